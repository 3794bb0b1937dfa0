package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final Names NAMES = new Names(Sample.WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maria Silva|Maria Silva",
                "  maria   da  silva |Maria da Silva",
                "JOÃO DOS SANTOS E SOUZA|João dos Santos e Souza",
                "joana d'arc de sá-lima|Joana d'Arc de Sá-Lima",
                "Joana D’Ávila|Joana D'Ávila",
                "Ronald McDonald|Ronald McDonald",
                "meu nome é Ana Lima|Ana Lima",
                "Oi, meu nome é Ana Lima!|Ana Lima",
                "me chamo ana lima|Ana Lima",
                "Sou a Ana Lima.|Ana Lima",
                "sou o JOSÉ SILVA|José Silva",
                "Nome: Ana Lima|Ana Lima",
                "Ana Lima 😀🎉👩🏽‍🌾|Ana Lima",
                "*Ana Lima*|Ana Lima",
                "José C. Lima Jr.|José C. Lima Jr.",
                "Ana\u200BLima Souza|AnaLima Souza",
                "Ana\u0000 Lima\u202E|Ana Lima",
                "Jose\u0301 Lima|José Lima",
                "محمد علي|محمد علي",
                "Мария Иванова|Мария Иванова",
                "мария иванова|Мария Иванова",
                "山田太郎|山田太郎",
                "Nguyễn Thị Ánh|Nguyễn Thị Ánh",
                "Ngô Bảo|Ngô Bảo",
                "Ñandú Ibáñez|Ñandú Ibáñez"
            })
    void a_name_is_taken_in_its_normal_form(String typed, String name) {
        Parsed<FullName> parsed = NAMES.read(typed);

        assertThat(parsed).isEqualTo(new Parsed.Ok<>(new FullName(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A B|NAME_ONLY_FIRST",
                "Maria 2|NAME_WITH_DIGITS",
                "123.456|NAME_WITH_DIGITS",
                "Maria ٣ Lima|NAME_WITH_DIGITS",
                "https://site.com Maria|NOT_A_NAME",
                "www.site.com maria|NOT_A_NAME",
                "<b>Ana Lima</b>|NOT_A_NAME",
                "Robert'); DROP TABLE students;--|NOT_A_NAME",
                "drop table participants|NOT_A_NAME",
                "ana@gmail.com lima|NOT_A_NAME",
                "{{ana lima}}|NOT_A_NAME",
                "😀😀|NOT_A_NAME",
                "''|NOT_A_NAME"
            })
    void what_is_no_full_name_is_refused_with_its_reason(String typed, Reason reason) {
        Parsed<FullName> parsed = NAMES.read(typed);

        assertThat(parsed).isEqualTo(new Parsed.Invalid<>(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Maria|Maria", "maria da|Maria da", "meu nome é Maria|Maria", "Maria!|Maria", "D'Ávila|D'Ávila"})
    void a_first_name_alone_waits_for_the_rest(String typed, String first) {
        Parsed<FullName> parsed = NAMES.read(typed);

        assertThat(parsed).isEqualTo(new Parsed.Part<>(first, Reason.NAME_ONLY_FIRST));
    }

    @Test
    void a_name_is_measured_in_characters_as_the_database_does() {
        String twoCharacters = "\uD842\uDFB7野";

        assertThat(NAMES.read(twoCharacters)).isEqualTo(new Parsed.Ok<>(new FullName(twoCharacters)));
    }

    @Test
    void a_name_that_grows_by_its_capitals_is_refused_and_not_a_failure() {
        String typed = "İ".repeat(61) + " " + "İ".repeat(58);

        assertThat(NAMES.read(typed)).isEqualTo(new Parsed.Invalid<>(Reason.NAME_TOO_LONG));
    }

    @Test
    void an_endless_name_is_refused() {
        String typed = "Ana " + "Lima ".repeat(24);

        assertThat(NAMES.read(typed)).isEqualTo(new Parsed.Invalid<>(Reason.NAME_TOO_LONG));
    }

    @Test
    void heaped_marks_are_thinned_out() {
        String typed = "A" + "\u0301\u0302\u0303".repeat(50) + "na Lima";

        Parsed<FullName> parsed = NAMES.read(typed);

        assertThat(((Parsed.Ok<FullName>) parsed).value().value().length()).isLessThan(15);
    }

    @Test
    void the_text_form_is_masked() {
        assertThat(new FullName("Maria Silva")).hasToString("FullName[M…]");
    }
}
