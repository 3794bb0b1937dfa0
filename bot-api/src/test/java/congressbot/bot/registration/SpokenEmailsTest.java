package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenEmailsTest {
    private static final SpokenEmails EMAILS = new SpokenEmails(Sample.WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joao ponto silva arroba gmail ponto com|joao.silva@gmail.com",
                "João Ponto Silva arroba gmail ponto com|joao.silva@gmail.com",
                "ana underline lima arroba ufg ponto br|ana_lima@ufg.br",
                "ana traço lima arroba ufg ponto edu ponto br|ana-lima@ufg.edu.br",
                "meu email é ana arroba gmail ponto com|ana@gmail.com",
                "maria vinte e um arroba gmail ponto com|maria21@gmail.com",
                "maria silva tudo junto arroba gmail ponto com|mariasilva@gmail.com",
                "maria arroba gmail ponto com obrigada|maria@gmail.com"
            })
    void an_address_that_was_said_is_written(String said, String address) {
        assertThat(EMAILS.address(said)).contains(new SpokenEmails.Said(address, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"maria silva arroba gmail ponto com|mariasilva@gmail.com"})
    void words_with_nothing_between_them_are_joined_but_not_for_sure(String said, String address) {
        assertThat(EMAILS.address(said)).contains(new SpokenEmails.Said(address, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"não tenho", "arroba", "arroba gmail ponto com", "joao ponto silva", ""})
    void without_both_sides_of_the_at_there_is_no_address(String said) {
        assertThat(EMAILS.address(said)).isEmpty();
    }
}
