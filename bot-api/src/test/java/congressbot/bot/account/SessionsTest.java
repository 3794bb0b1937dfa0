package congressbot.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Entrance.Knocked;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final String EMAIL = "ana@congresso.example";
    private static final String PASSWORD = "girafa lilas na estacao";
    private static final Witness COMMAND = Witness.ofCommand("default");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Jdbi jdbi = TestDatabase.emptied();
    private final MovedTime time = new MovedTime(Instant.parse("2026-11-26T12:00:00Z"));
    private final AccountDesk desk = new AccountDesk(jdbi, time);
    private final Entrance entrance = new Entrance(jdbi, time);
    private final Sessions sessions = entrance.sessions();

    private Knocked.In first =
            new Knocked.In(new Account(0, "default", EMAIL, "Ana", Role.OWNER), Token.fresh(), Token.fresh());

    @BeforeEach
    void anOwnerWhoIsIn() {
        Token link = desk.invite(COMMAND, EMAIL, "Ana Lima", Role.OWNER).orElseThrow();
        entrance.choose(link, PASSWORD);
        first = in();
    }

    @Test
    void tokens_have_256_random_bits_and_are_kept_as_hashes_only() {
        List<String> rows = TestDatabase.rows(jdbi, "SELECT s::text FROM account_sessions s");
        List<String> browsers = TestDatabase.rows(jdbi, "SELECT b::text FROM account_browsers b");

        assertThat(first.session().value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(rows).anyMatch(row -> row.contains(first.session().hash()));
        assertThat(browsers).anyMatch(row -> row.contains(first.browser().hash()));
        assertThat(rows.toString() + browsers)
                .doesNotContain(first.session().value(), first.browser().value());
    }

    @Test
    void the_hash_is_no_token() {
        assertThat(sessions.find(new Token(first.session().hash()))).isEmpty();
        assertThat(sessions.find(new Token(""))).isEmpty();
        assertThat(sessions.find(Token.fresh())).isEmpty();
    }

    @Test
    void every_session_has_a_form_token_of_its_own() {
        Session one = sessions.find(first.session()).orElseThrow();
        Session two = sessions.find(in().session()).orElseThrow();

        assertThat(one.formToken().reveal())
                .isNotEqualTo(two.formToken().reveal())
                .isNotEqualTo(first.session().value());
        assertThat(one.toString()).doesNotContain(one.formToken().reveal(), EMAIL, "Ana");
    }

    @Test
    void it_ends_after_half_an_hour_without_a_use() {
        time.pass(Sessions.IDLE.minus(SECOND));
        assertThat(sessions.use(first.session())).isPresent();
        time.pass(Sessions.IDLE.minus(SECOND));
        assertThat(sessions.use(first.session())).isPresent();

        time.pass(Sessions.IDLE);

        assertThat(sessions.use(first.session())).isEmpty();
    }

    @Test
    void what_a_page_asks_by_itself_keeps_no_session_alive() {
        time.pass(Sessions.IDLE.minus(SECOND));
        assertThat(sessions.find(first.session())).isPresent();

        time.pass(SECOND);

        assertThat(sessions.find(first.session())).isEmpty();
    }

    @Test
    void it_ends_after_twelve_hours_whatever_its_use() {
        Duration step = Duration.ofMinutes(20);
        for (Duration age = step; age.compareTo(Sessions.LONGEST) < 0; age = age.plus(step)) {
            time.pass(step);
            assertThat(sessions.use(first.session())).isPresent();
        }

        time.pass(step);

        assertThat(sessions.use(first.session())).isEmpty();
    }

    @Test
    void those_that_ended_are_forgotten_at_the_next_login() {
        time.pass(Sessions.IDLE.plus(SECOND));

        in();

        assertThat(TestDatabase.rows(jdbi, "SELECT token_hash FROM account_sessions"))
                .hasSize(1);
    }

    @Test
    void leaving_ends_this_one_and_no_other() {
        Knocked.In second = in();

        entrance.leave(first.session(), first.account());

        assertThat(sessions.find(first.session())).isEmpty();
        assertThat(sessions.find(second.session())).isPresent();
    }

    @Test
    void a_disabled_account_has_no_session_nor_known_browser_and_gets_none_back() {
        desk.invite(COMMAND, "rui@congresso.example", "Rui Melo", Role.OWNER)
                .ifPresent(link -> entrance.choose(link, PASSWORD));

        desk.disable(COMMAND, first.account().id());

        assertThat(sessions.find(first.session())).isEmpty();
        assertThat(sessions.knows(first.browser(), EMAIL)).isFalse();
        desk.enable(COMMAND, first.account().id());
        assertThat(sessions.find(first.session())).isEmpty();
    }

    @Test
    void a_new_role_counts_at_once() {
        desk.invite(COMMAND, "rui@congresso.example", "Rui Melo", Role.OWNER)
                .ifPresent(link -> entrance.choose(link, PASSWORD));

        desk.changeRole(COMMAND, first.account().id(), Role.DOOR);

        assertThat(sessions.find(first.session()).orElseThrow().account().role())
                .isEqualTo(Role.DOOR);
    }

    @Test
    void ending_ones_sessions_ends_them_all() {
        Knocked.In second = in();

        entrance.endSessions(first.account());

        assertThat(sessions.find(first.session())).isEmpty();
        assertThat(sessions.find(second.session())).isEmpty();
    }

    @Test
    void a_browser_is_known_for_its_account_and_ninety_days_only() {
        assertThat(sessions.knows(first.browser(), "Ana@Congresso.example")).isTrue();
        assertThat(sessions.knows(first.browser(), "rui@congresso.example")).isFalse();
        assertThat(sessions.knows(first.session(), EMAIL)).isFalse();

        time.pass(Sessions.REMEMBERED);

        assertThat(sessions.knows(first.browser(), EMAIL)).isFalse();
    }

    private Knocked.In in() {
        return (Knocked.In) entrance.knock(EMAIL, PASSWORD);
    }
}
