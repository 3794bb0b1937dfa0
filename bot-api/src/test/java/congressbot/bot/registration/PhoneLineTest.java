package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneLineTest {
    private static final Jdbi JDBI = TestDatabase.emptied();

    @ParameterizedTest
    @CsvSource({
        // number, the same line, another line
        "+5511987654321, +551187654321,  +5511987654320",
        "+5521998765432, +552198765432,  +5511998765432",
        "+5562998765432, +556298765432,  +5562988765432",
        "+5585911110000, +5585911110000, +558511110000",
        "+5571969998888, +557169998888,  +557169998889",
        "+5596991234567, +559691234567,  +5597991234567",
        "+5527960001111, +552760001111,  +552750001111",
        // landlines have but one form
        "+551132345678,  +551132345678,  +5511932345678",
        "+556232097000,  +556232097000,  +5562932097000",
        "+552145678901,  +552145678901,  +5521945678901",
        "+558552345678,  +558552345678,  +5585952345678",
        // no area code has a zero
        "+5510987654321, +5510987654321, +551087654321",
        "+5520998765432, +5520998765432, +552098765432",
        // numbers of other countries
        "+351912345678,  +351912345678,  +35112345678",
        "+5491123456789, +5491123456789, +541123456789",
        "+15551234567,   +15551234567,   +1555123456",
        "+34612345678,   +34612345678,   +3412345678"
    })
    void both_forms_of_a_brazilian_mobile_number_are_one_line(String number, String same, String other) {
        assertThat(line(same)).isEqualTo(line(number));
        assertThat(line(other)).isNotEqualTo(line(number));
    }

    @ParameterizedTest
    @CsvSource({
        "+5562998765432, +556298765432",
        "+556298765432,  +556298765432",
        "+556232097000,  +556232097000",
        "+5510987654321, +5510987654321",
        "+351912345678,  +351912345678"
    })
    void a_line_is_called_by_its_shorter_form(String number, String line) {
        assertThat(line(number)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "62998765432,    6298765432 62998765432",
        "6298765432,     6298765432 62998765432",
        "5562998765432,  556298765432 5562998765432",
        "998765432,      98765432 998765432",
        "98765432,       98765432 998765432",
        "6232097000,     6232097000",
        "99876,          99876",
        "351912345678,   351912345678"
    })
    void digits_that_are_looked_for_have_the_forms_that_may_be_stored(String typed, String forms) {
        assertThat(String.join(" ", PhoneLine.forms(typed))).isEqualTo(forms);
    }

    private static String line(String phone) {
        return JDBI.withHandle(handle -> handle.createQuery("SELECT phone_line(:phone)")
                .bind("phone", phone)
                .mapTo(String.class)
                .one());
    }
}
