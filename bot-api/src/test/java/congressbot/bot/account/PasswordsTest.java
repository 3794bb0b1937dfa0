package congressbot.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Passwords.Weakness;
import congressbot.wire.process.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final String GOOD = "girafa lilás na estação";
    private static final Account ANA = new Account(1, "default", "ana.lima@congresso.org.br", "Ana Lima", Role.OWNER);

    private final Passwords passwords = new Passwords();

    @Test
    void a_hash_tells_that_it_is_argon2id_with_the_least_that_owasp_recommends() {
        String hash = passwords.hash(GOOD);

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void the_same_password_has_another_hash_each_time() {
        assertThat(passwords.hash(GOOD)).isNotEqualTo(passwords.hash(GOOD));
    }

    @Test
    void the_password_matches_its_hash_and_no_other_does() {
        Optional<Secret> hash = Optional.of(new Secret(passwords.hash(GOOD)));

        assertThat(passwords.matches(GOOD, hash)).isTrue();
        for (String other :
                List.of("", GOOD + " ", GOOD.toUpperCase(Locale.ROOT), GOOD.substring(1), "x".repeat(100_000))) {
            assertThat(passwords.matches(other, hash)).as(other).isFalse();
        }
    }

    @Test
    void a_letter_written_as_two_signs_is_the_same_letter() {
        Optional<Secret> hash = Optional.of(new Secret(passwords.hash("girafa lil\u00e1s na esta\u00e7\u00e3o")));

        assertThat(passwords.matches("girafa lila\u0301s na estac\u0327a\u0303o", hash))
                .isTrue();
    }

    @Test
    void nothing_matches_where_there_is_no_hash() {
        assertThat(passwords.matches(GOOD, Optional.empty())).isFalse();
        assertThat(passwords.matches("", Optional.empty())).isFalse();
    }

    @Test
    void where_there_is_no_account_the_answer_takes_as_long() {
        Optional<Secret> hash = Optional.of(new Secret(passwords.hash(GOOD)));
        median(() -> passwords.matches("errada", hash));

        Duration known = median(() -> passwords.matches("errada", hash));
        Duration unknown = median(() -> passwords.matches("errada", Optional.empty()));

        assertThat(known.minus(unknown).abs()).isLessThan(known.dividedBy(2));
    }

    private static Duration median(Supplier<Boolean> work) {
        long[] times = IntStream.range(0, 15).mapToLong(_ -> nanosOf(work)).toArray();
        Arrays.sort(times);
        return Duration.ofNanos(times[times.length / 2]);
    }

    private static long nanosOf(Supplier<Boolean> work) {
        long start = System.nanoTime();
        assertThat(work.get()).isFalse();
        return System.nanoTime() - start;
    }

    @Test
    void long_phrases_are_passwords_and_work_for_nothing_is_none() {
        assertThat(passwords.weakness("girafa ".repeat(10), ANA)).isEmpty();
        assertThat(passwords.weakness("\uD83E\uDD92".repeat(Passwords.LONGEST), ANA))
                .isEmpty();
        assertThat(passwords.weakness("girafa ".repeat(40), ANA)).contains(Weakness.TOO_LONG);
        assertThat(passwords.weakness("zq7!kfp", ANA)).contains(Weakness.TOO_SHORT);
        assertThat(passwords.weakness("zq7!kfpw", ANA)).isEmpty();
    }

    @Test
    void the_longest_password_opens() {
        String longest = "\uD83E\uDD92".repeat(Passwords.LONGEST);

        assertThat(passwords.matches(longest, Optional.of(new Secret(passwords.hash(longest)))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "Senha123",
                "SENHA@2026",
                "senha segura",
                "Password1!",
                "flamengo10",
                "Coração!!",
                "corvette",
                "midnight99",
                "1qaz2wsx",
                "trustno1",
                "Congresso2026"
            })
    void what_guessers_try_first_is_refused(String common) {
        assertThat(passwords.weakness(common, ANA)).contains(Weakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana.lima", "ANALIMA.lima", "lima-lima", "congresso.org", "limacongresso1"})
    void what_is_made_of_ones_own_name_or_address_is_refused(String own) {
        assertThat(passwords.weakness(own, ANA)).contains(Weakness.OWN);
    }
}
