package congressbot.gateway.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.PhoneNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(62) 99999-0000      | +5562999990000",
                "62 9 9999 0000       | +5562999990000",
                "62999990000          | +5562999990000",
                "062 99999-0000       | +5562999990000",
                "+55 62 99999-0000    | +5562999990000",
                "55 62 99999 0000     | +5562999990000",
                "0055 62 99999-0000   | +5562999990000",
                "5562999990000        | +5562999990000",
                "62 9999-0000         | +556299990000",
                "(55) 99999-0000      | +5555999990000",
                "55 3222-1100         | +555532221100",
                "62.99999.0000        | +5562999990000",
                "62 99999\u20130000   | +5562999990000",
                "+351 912 345 678     | +351912345678",
            })
    void a_number_is_understood_however_it_is_typed(String typed, String number) {
        assertThat(TypedNumber.parse(typed)).contains(new PhoneNumber(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "99999-0000",
                "62 9999",
                "+",
                "0",
                "62 99999-00000",
                "55 62",
                "ana",
                "62 99999-0000 ana",
                "1234567890123456789012345678901234567890123",
                "+0 123 456 789"
            })
    void what_is_no_whole_number_is_not_guessed(String typed) {
        assertThat(TypedNumber.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5562999990000, +55 62 99999-0000",
        "556299990000, +55 62 9999-0000",
        "351912345678, +351912345678",
        "wuzapi, wuzapi"
    })
    void a_number_is_shown_as_people_read_it(String digits, String shown) {
        assertThat(TypedNumber.shown(digits)).isEqualTo(shown);
    }
}
