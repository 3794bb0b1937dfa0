package congressbot.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.process.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final long STEP_SECONDS = 30;

    /// `12345678901234567890`, RFC 6238, appendix B.
    private static final Secret OF_THE_RFC = new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:10Z");
    private static final long STEP = NOW.getEpochSecond() / STEP_SECONDS;

    /// The last six of the eight digits there.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_rfc(long seconds, String code) {
        assertThat(Totp.code(OF_THE_RFC, seconds / STEP_SECONDS)).isEqualTo(code);
    }

    @Test
    void a_fresh_secret_has_160_bits_in_base32_and_is_read_again() {
        Secret secret = Totp.fresh();

        assertThat(secret.reveal()).matches("[A-Z2-7]{32}");
        assertThat(Totp.read(secret.reveal()).map(Secret::reveal)).contains(secret.reveal());
        assertThat(Totp.fresh().reveal()).isNotEqualTo(secret.reveal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAAA", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "=", "\n"})
    void what_is_no_secret_of_ours_is_not_read(String typed) {
        assertThat(Totp.read(typed)).isEmpty();
    }

    @Test
    void a_clock_may_be_a_step_off_and_no_more() {
        for (long off = -1; off <= 1; off++) {
            assertThat(Totp.step(OF_THE_RFC, Totp.code(OF_THE_RFC, STEP + off), NOW, 0))
                    .hasValue(STEP + off);
        }
        assertThat(Totp.step(OF_THE_RFC, Totp.code(OF_THE_RFC, STEP - 2), NOW, 0))
                .isEmpty();
        assertThat(Totp.step(OF_THE_RFC, Totp.code(OF_THE_RFC, STEP + 2), NOW, 0))
                .isEmpty();
    }

    @Test
    void no_code_and_no_earlier_one_is_taken_again() {
        assertThat(Totp.step(OF_THE_RFC, Totp.code(OF_THE_RFC, STEP), NOW, STEP))
                .isEmpty();
        assertThat(Totp.step(OF_THE_RFC, Totp.code(OF_THE_RFC, STEP - 1), NOW, STEP))
                .isEmpty();
        assertThat(Totp.step(OF_THE_RFC, Totp.code(OF_THE_RFC, STEP + 1), NOW, STEP))
                .hasValue(STEP + 1);
    }

    @Test
    void spaces_in_a_code_are_how_apps_show_it() {
        String code = Totp.code(OF_THE_RFC, STEP);

        assertThat(Totp.step(OF_THE_RFC, " " + code.substring(0, 3) + " " + code.substring(3), NOW, 0))
                .hasValue(STEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00000000", "abcdef", "1234567", "-12345", "１２３４５６"})
    void what_is_no_code_is_wrong(String typed) {
        assertThat(Totp.step(OF_THE_RFC, typed, NOW, 0)).isEmpty();
    }

    @Test
    void apps_read_who_it_is_for_from_the_address() {
        assertThat(Totp.uri(OF_THE_RFC, "Congresso São João & Cia", "ana+x@congresso.org.br"))
                .isEqualTo(
                        "otpauth://totp/Congresso%20S%C3%A3o%20Jo%C3%A3o%20%26%20Cia:ana%2Bx%40congresso.org.br"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Congresso%20S%C3%A3o%20Jo%C3%A3o%20%26%20Cia");
    }
}
