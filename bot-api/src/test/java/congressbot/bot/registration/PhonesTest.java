package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.PhoneNumber;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTest {
    private static final Phones PHONES = new Phones();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "62998765432|+5562998765432",
                "(62) 99876-5432|+5562998765432",
                "62 9 9876 5432|+5562998765432",
                "062 99876-5432|+5562998765432",
                "0xx62 99876-5432|+5562998765432",
                "0XX(62)99876-5432|+5562998765432",
                "0 15 62 99876-5432|+5562998765432",
                "+55 62 99876-5432|+5562998765432",
                "55 62 99876-5432|+5562998765432",
                "+55 (0)62 99876-5432|+5562998765432",
                "0055 62 99876-5432|+5562998765432",
                "(62) 3201-4567|+556232014567",
                "55 3220-1234|+555532201234",
                "55 99876-5432|+5555998765432",
                "meu número é 62 99876-5432 (whats)|+5562998765432",
                "ligue depois das 18h no 62 99876-5432|+5562998765432",
                "６２ ９９８７６-５４３２|+5562998765432",
                "+351 912 345 678|+351912345678",
                "+1 (212) 555-2368|+12125552368",
                "00351912345678|+351912345678"
            })
    void the_number_is_found(String typed, String number) {
        Parsed<Phone> parsed = PHONES.read(Sample.said(typed).text());

        assertThat(parsed).isEqualTo(new Parsed.Ok<>(new Phone(new PhoneNumber(number))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "não tenho|PHONE_NO_DIGITS",
                "12|PHONE_INVALID",
                "20 99876-5432|PHONE_AREA_CODE_UNKNOWN",
                "62 89876-5432|PHONE_INVALID",
                "6299876543210|PHONE_INVALID",
                "+999 123456789|PHONE_INVALID",
                "+49 123456789012345|PHONE_INVALID",
                "+57 310 4|PHONE_INVALID",
                "11.222.333/0001-81|PHONE_INVALID",
                "00000000000|PHONE_INVALID"
            })
    void what_is_wrong_is_said(String typed, Reason reason) {
        Parsed<Phone> parsed = PHONES.read(Sample.said(typed).text());

        assertThat(parsed).isEqualTo(new Parsed.Invalid<>(reason));
    }

    @ParameterizedTest
    @CsvSource({"99876-5432,998765432", "3201-4567,32014567", "'9 9876 5432',998765432"})
    void a_number_without_area_code_waits_for_it(String typed, String number) {
        Parsed<Phone> parsed = PHONES.read(Sample.said(typed).text());

        assertThat(parsed).isEqualTo(new Parsed.Part<>(number, Reason.PHONE_NO_AREA_CODE));
    }

    @Test
    void the_missing_ninth_digit_of_a_mobile_is_suggested() {
        Parsed<Phone> parsed = PHONES.read("62 9876-5432");

        assertThat(parsed)
                .isEqualTo(new Parsed.Suggest<>(new Phone(new PhoneNumber("+5562998765432")), Optional.empty()));
    }

    @Test
    void the_text_form_is_masked() {
        assertThat(Sample.PHONE.toString()).doesNotContain("998765");
    }
}
