package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailsTest {
    private static final Emails EMAILS = new Emails(Sample.WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana.Lima@Gmail.com|ana.lima@gmail.com",
                "meu email é ana@gmail.com, tá?|ana@gmail.com",
                "ana@gmail.com.|ana@gmail.com",
                "<ana@gmail.com>|ana@gmail.com",
                "mailto:ana@gmail.com|ana@gmail.com",
                "<b>ana@gmail.com</b>|ana@gmail.com",
                "ana @ gmail.com|ana@gmail.com",
                "ana@gmail.com e de novo ANA@GMAIL.COM|ana@gmail.com",
                "ana+congresso@ufg.br|ana+congresso@ufg.br",
                "ana_lima-1@empresa.agr.br|ana_lima-1@empresa.agr.br",
                "ana\u200B@gmail.com|ana@gmail.com",
                "ａｎａ＠ｇｍａｉｌ．ｃｏｍ|ana@gmail.com",
                "ana@ymail.com|ana@ymail.com",
                "ana@bol.com.br|ana@bol.com.br",
                "ana@xn--caf-dma.com|ana@xn--caf-dma.com"
            })
    void the_address_is_found(String typed, String address) {
        Parsed<EmailAddress> parsed = EMAILS.read(Sample.said(typed).text());

        assertThat(parsed).isEqualTo(new Parsed.Ok<>(new EmailAddress(address)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "não tenho|NO_EMAIL",
                "ana@|EMAIL_MALFORMED",
                "@gmail.com|EMAIL_MALFORMED",
                "ana@empresa|EMAIL_MALFORMED",
                "ana..lima@gmail.com|EMAIL_MALFORMED",
                ".ana@gmail.com|EMAIL_MALFORMED",
                "ana@-empresa.com|EMAIL_MALFORMED",
                "ana@empresa.c|EMAIL_MALFORMED",
                "ana@@gmail.com|EMAIL_MALFORMED",
                "ana@1.2.3.4|EMAIL_MALFORMED",
                "joão@gmail.com|EMAIL_ACCENTS",
                "ana@maçã.com.br|EMAIL_ACCENTS"
            })
    void what_is_wrong_is_said(String typed, Reason reason) {
        Parsed<EmailAddress> parsed = EMAILS.read(typed);

        assertThat(parsed).isEqualTo(new Parsed.Invalid<>(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ana@gmial.com|ana@gmail.com|true",
                "ana@gmal.com|ana@gmail.com|true",
                "ana@gmaill.com|ana@gmail.com|true",
                "ana@hotmial.com|ana@hotmail.com|true",
                "ana@gmail.com.br|ana@gmail.com|true",
                "ana@outlok.com|ana@outlook.com|true",
                "ana@yaho.com.br|ana@yahoo.com.br|true",
                "ana@hotmail.con|ana@hotmail.com|false",
                "ana@empresa.con|ana@empresa.com|false",
                "ana@empresa.com.brr|ana@empresa.com.br|false",
                "ana@gmail|ana@gmail.com|false"
            })
    void a_likely_slip_is_a_suggestion(String typed, String suggested, boolean possible) {
        Optional<EmailAddress> asTyped = possible ? Optional.of(new EmailAddress(typed)) : Optional.empty();

        Parsed<EmailAddress> parsed = EMAILS.read(typed);

        assertThat(parsed).isEqualTo(new Parsed.Suggest<>(new EmailAddress(suggested), asTyped));
    }

    @Test
    void of_two_addresses_one_must_be_chosen() {
        Parsed<EmailAddress> parsed = EMAILS.read("ana@x.com ou bia@x.com");

        assertThat(parsed)
                .isEqualTo(new Parsed.Choose<>(List.of(new EmailAddress("ana@x.com"), new EmailAddress("bia@x.com"))));
    }

    @Test
    void too_long_an_address_is_refused() {
        String typed = "ana@" + "a.".repeat(124) + "combr";

        assertThat(EMAILS.read(typed)).isEqualTo(new Parsed.Invalid<>(Reason.EMAIL_MALFORMED));
    }
}
