package congressbot.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.registration.Heard;
import congressbot.bot.registration.State;
import congressbot.bot.testing.Rooms;
import congressbot.bot.text.Language;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTest {
    private static final Reception RECEPTION = Rooms.sample().of(new ChannelName("whatsapp"), "default");
    private static final State COMPLETED = new State.Completed(7, 0, Optional.empty());

    @ParameterizedTest
    @CsvSource({"quero me inscrever,PORTUGUESE", "I want to register,ENGLISH", "quiero inscribirme,SPANISH"})
    void a_chat_begins_in_the_language_of_its_first_words(String text, Language language) {
        Reception.Understood understood = hear(text, State.START, Language.PORTUGUESE);

        assertThat(understood.language()).isEqualTo(language);
        assertThat(understood.heard()).isInstanceOf(Heard.Wish.class);
    }

    @Test
    void who_greets_in_any_language_is_asked_for_one() {
        Reception.Understood understood = hear("hi", State.START, Language.PORTUGUESE);

        assertThat(understood.heard()).isEqualTo(new Heard.UnsureLanguage());
    }

    @Test
    void only_the_first_words_leave_us_unsure() {
        Reception.Understood understood = hear("hi", COMPLETED, Language.SPANISH);

        assertThat(understood).isEqualTo(new Reception.Understood(new Heard.Greeting(), Language.SPANISH));
    }

    @Test
    void a_language_may_be_asked_for_at_any_time() {
        Reception.Understood understood = hear("english please", COMPLETED, Language.PORTUGUESE);

        assertThat(understood).isEqualTo(new Reception.Understood(new Heard.Speak(Language.ENGLISH), Language.ENGLISH));
    }

    @Test
    void a_question_about_languages_changes_nothing() {
        Reception.Understood understood = hear("as palestras são em inglês?", COMPLETED, Language.PORTUGUESE);

        assertThat(understood.language()).isEqualTo(Language.PORTUGUESE);
        assertThat(understood.heard()).isInstanceOf(Heard.Question.class);
    }

    @Test
    void a_sentence_in_another_language_is_understood_in_it() {
        Reception.Understood understood =
                hear("what is the price of the registration?", COMPLETED, Language.PORTUGUESE);

        assertThat(understood.language()).isEqualTo(Language.ENGLISH);
        assertThat(understood.heard()).isInstanceOf(Heard.Question.class);
    }

    @Test
    void what_has_no_words_changes_no_language() {
        Reception.Understood understood =
                RECEPTION.hear(new Content.Unsupported("sticker"), State.START, Language.SPANISH);

        assertThat(understood)
                .isEqualTo(new Reception.Understood(new Heard.Unreadable(Heard.Media.OTHER), Language.SPANISH));
    }

    private static Reception.Understood hear(String text, State state, Language current) {
        return RECEPTION.hear(new Content.Text(text), state, current);
    }
}
