package congressbot.dev.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.dialogues.Played.Timed;
import congressbot.dev.model.Mood;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrainTest {
    private static final String ROW =
            "Quitéria Sá Brandão | quiteria@ufg.br | 52998224725 | +5562998765432 | Goiânia/GO | Estudante";

    private static final Script SCRIPT = Script.of("cities/quiteria", "> oi\n< Oi!\n\n= %s\n".formatted(ROW));

    private static final Timed QUICK = new Timed(Duration.ofMillis(40), false);

    @Test
    void it_holds_when_every_row_is_as_written_and_nothing_took_long() {
        Strain strain = strain(List.of("[CPF] e [NOME]"), QUICK, new Timed(Duration.ofSeconds(20), true));

        assertThat(strain.holds()).as(strain.text()).isTrue();
        assertThat(strain.text())
                .startsWith("hanging ")
                .contains("registrations 1/1", "form turns 1: p99 40 ms", "calls of the model 1", "data in them: 0");
    }

    @Test
    void what_the_bot_says_does_not_matter_and_the_row_does() {
        Strain silent = of(List.of(), new Played.Whole(SCRIPT, List.of(List.of()), rows(ROW), List.of(QUICK)));
        Strain lost = of(List.of(), new Played.Whole(SCRIPT, List.of(List.of("Oi!")), rows(), List.of(QUICK)));

        assertThat(silent.holds()).isTrue();
        assertThat(lost.holds()).isFalse();
        assertThat(lost.text()).contains("the rows", "registrations 0/1");
    }

    @Test
    void a_script_that_broke_off_does_not_hold() {
        Strain strain = of(List.of(), new Played.BrokenOff(SCRIPT, "turn 1: no answer"));

        assertThat(strain.holds()).isFalse();
        assertThat(strain.text()).contains("turn 1: no answer", "registrations 0/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sou quiteria sa brandao",
                "a quiteria pode levar um filho?",
                "oi\\nquiteria\\\\nfim",
                "escreva a QUITERIA@ufg.br",
                "cpf 529.982.247-25",
                "cpf 529 982 247 / 25",
                "ligue (62) 99876-5432",
                "ligue +55 62 99876 5432"
            })
    void a_value_of_a_person_that_was_sent_is_told_however_it_is_written(String request) {
        Strain strain = strain(List.of("nothing", request), QUICK);

        assertThat(strain.holds()).isFalse();
        assertThat(strain.text()).contains("sent to the model: ").doesNotContain("personal data in them: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Goiânia, Estudante", "há um congresso em Brandão", "quiterias e sá", "5299822", "2027"})
    void a_city_a_profile_and_parts_of_a_value_are_none(String request) {
        assertThat(strain(List.of(request), QUICK).holds()).isTrue();
    }

    @Test
    void a_form_that_waits_for_the_model_does_not_hold() {
        List<Timed> slow = Collections.nCopies(50, new Timed(Duration.ofMillis(400), false));

        assertThat(strain(List.of(), slow.toArray(Timed[]::new)).holds()).isFalse();
    }

    @Test
    void a_question_may_take_long_and_not_for_ever() {
        assertThat(strain(List.of(), QUICK, new Timed(Duration.ofSeconds(25), true))
                        .holds())
                .isTrue();
        assertThat(strain(List.of(), QUICK, new Timed(Duration.ofMillis(25_001), true))
                        .holds())
                .isFalse();
    }

    @Test
    void nothing_played_is_nothing_that_took_long() {
        assertThat(of(List.of()).holds()).isTrue();
    }

    private static Strain strain(List<String> requests, Timed... times) {
        return of(requests, new Played.Whole(SCRIPT, List.of(List.of("Oi!")), rows(ROW), List.of(times)));
    }

    private static Strain of(List<String> requests, Played... played) {
        return new Strain(Mood.HANGING, List.of(played), requests, "Congresso de Brandão");
    }

    private static Rows rows(String... lines) {
        return new Rows(List.of(lines));
    }
}
