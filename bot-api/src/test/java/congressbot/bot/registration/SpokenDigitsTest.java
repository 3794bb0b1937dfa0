package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenDigitsTest {
    private static final SpokenDigits DIGITS = new SpokenDigits(Sample.WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cinco dois nove|529",
                "cinco dois nove nove oito dois dois quatro sete dois cinco|52998224725",
                "cinco dois nove ponto nove oito dois|529982",
                "meia meia zero|660",
                "quinhentos e vinte e nove novecentos e oitenta e dois|529982",
                "meu cpf é cinco dois nove obrigado|meu cpf é 529 obrigado",
                "cinco 2 nove|529",
                "sessenta e dois nove nove oito sete seis|6299876",
                "Um, dois, três.|123"
            })
    void a_run_of_number_words_becomes_digits(String said, String written) {
        assertThat(DIGITS.written(said)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"moro a dois passos", "as duas", "Maria da Silva", "62 99876-5432", "um congresso e um curso", ""
            })
    void fewer_words_stay_words(String said) {
        assertThat(DIGITS.written(said)).isEqualTo(said);
    }

    @Test
    void lines_are_kept() {
        assertThat(DIGITS.written("um dois três\nMaria")).isEqualTo("123\nMaria");
    }

    @Test
    void inside_an_address_two_words_are_enough() {
        assertThat(SpokenDigits.within(Sample.WORDS).written("vinte e um")).isEqualTo("21");
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH,five two nine,529", "SPANISH,cinco dos nueve,529"})
    void every_language_counts(Language language, String said, String written) {
        SpokenDigits digits = new SpokenDigits(Sample.TONGUES.of(language).words());

        assertThat(digits.written(said)).isEqualTo(written);
    }
}
