package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody writes again after days of silence.
class ReturningTest {
    private static final State CITY = Sample.asking(Field.CITY);
    private final Chat chat = new Chat();

    @ParameterizedTest
    @ValueSource(strings = {"oi", "sim", "não", "quero me inscrever", "quando é?", "kkk", "não sei", "obrigado"})
    void what_may_mean_anything_is_asked_about(String text) {
        chat.state = CITY;
        chat.returning = true;

        chat.hear(text);

        assertThat(chat.state.pending()).contains(new Pending.ContinueOrRestart(Optional.empty()));
        assertThat(chat.state.step()).isEqualTo(CITY.step());
    }

    @Test
    void an_answer_to_the_old_question_is_taken() {
        chat.state = CITY;
        chat.returning = true;

        chat.hear("Anápolis");

        assertThat(chat.state).isEqualTo(withCity(Field.PROFILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"continuar", "1", "sim", "quero continuar"})
    void who_goes_on_is_asked_what_was_open(String text) {
        chat.state = CITY;
        chat.returning = true;
        chat.hear("oi");

        chat.hear(text);

        assertThat(chat.state).isEqualTo(CITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recomeçar", "2"})
    void who_starts_over_loses_what_was_told(String text) {
        chat.state = CITY;
        chat.returning = true;
        chat.hear("oi");

        chat.hear(text);

        assertThat(chat.state)
                .isEqualTo(new State.Collecting(
                        Sample.NOTICE, Answers.NONE, Field.NAME, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void who_answers_the_old_question_after_all_goes_on() {
        chat.state = CITY;
        chat.returning = true;
        chat.hear("oi");

        chat.hear("Anápolis");

        assertThat(chat.state).isEqualTo(withCity(Field.PROFILE));
    }

    @Test
    void an_old_yes_registers_nobody() {
        chat.state = new State.Confirming(Sample.REGISTRATION, 0, Optional.empty(), Optional.empty());
        chat.returning = true;

        chat.hear("sim");

        assertThat(chat.registered).isEmpty();
        assertThat(chat.state.pending()).contains(new Pending.ContinueOrRestart(Optional.empty()));
    }

    @Test
    void whoever_has_nothing_unfinished_is_not_asked() {
        chat.state = new State.Completed(1, 0, Optional.empty());
        chat.registered.put(1L, Sample.REGISTRATION);
        chat.returning = true;

        chat.hear("oi");

        assertThat(chat.state.pending()).isEmpty();
    }

    private static State withCity(Field asked) {
        Answers answers = Sample.asking(Field.CITY).answers().with(new Municipality(5201108, "Anápolis", Uf.GO));
        return new State.Collecting(Sample.NOTICE, answers, asked, 0, Optional.empty(), Optional.empty());
    }
}
