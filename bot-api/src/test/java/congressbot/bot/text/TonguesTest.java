package congressbot.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Tongues.Guess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TonguesTest {
    private static final Tongues TONGUES = Tongues.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quero me inscrever|PORTUGUESE",
                "oi, bom dia|PORTUGUESE",
                "como faço pra participar?|PORTUGUESE",
                "não tenho cpf|PORTUGUESE",
                "I want to register|ENGLISH",
                "good morning, how do I sign up?|ENGLISH",
                "my name is Ana Lima|ENGLISH",
                "quiero inscribirme|SPANISH",
                "buenos días|SPANISH",
                "¿cómo me inscribo?|SPANISH",
                "me llamo Ana Lima|SPANISH"
            })
    void the_first_words_tell_the_language(String text, Language language) {
        assertThat(TONGUES.first(text)).isEqualTo(new Guess.Clear(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "hey", "👋", "مرحبا"})
    void a_greeting_of_everybody_leaves_us_unsure(String text) {
        assertThat(TONGUES.first(text)).isEqualTo(new Guess.Unsure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maria da Silva", "529.982.247-25", "maria@gmail.com", "1", "?", ""})
    void names_and_numbers_give_no_sign(String text) {
        assertThat(TONGUES.first(text)).isEqualTo(new Guess.NoSign());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "english|ENGLISH",
                "English, please|ENGLISH",
                "in english please|ENGLISH",
                "en español por favor|SPANISH",
                "em português|PORTUGUESE",
                "pode falar em inglês?|ENGLISH"
            })
    void a_language_is_asked_for_in_any(String text, Language language) {
        assertThat(TONGUES.asked(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "are the talks in English?",
                "as palestras são em inglês?",
                "vai ter tradução para o espanhol?",
                "¿las charlas son en portugués?",
                "Inglês de Souza",
                "quero me inscrever"
            })
    void a_question_about_languages_asks_for_none(String text) {
        assertThat(TONGUES.asked(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sorry, I do not understand what you are saying|PORTUGUESE|ENGLISH",
                "no entiendo nada, yo hablo español|PORTUGUESE|SPANISH",
                "não estou entendendo nada do que você diz|ENGLISH|PORTUGUESE",
                "what is the price of the congress?|SPANISH|ENGLISH"
            })
    void a_whole_sentence_in_another_language_changes_over(String text, Language current, Language changed) {
        assertThat(TONGUES.changed(text, current)).contains(changed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maria da Silva|ENGLISH",
                "ok|PORTUGUESE",
                "yes|PORTUGUESE",
                "John The Baptist|PORTUGUESE",
                "La Paz, Bolivia|PORTUGUESE",
                "moro em Goiânia, thanks|PORTUGUESE"
            })
    void a_name_or_a_word_changes_nothing(String text, Language current) {
        assertThat(TONGUES.changed(text, current)).isEmpty();
    }
}
