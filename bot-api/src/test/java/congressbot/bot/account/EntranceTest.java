package congressbot.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.AccountDesk.Managed;
import congressbot.bot.account.Entrance.Changed;
import congressbot.bot.account.Entrance.Chosen;
import congressbot.bot.account.Entrance.Knocked;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.process.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntranceTest {
    private static final String EMAIL = "ana@congresso.example";
    private static final String PASSWORD = "girafa lilas na estacao";
    private static final String ANOTHER = "outra girafa na estacao";
    private static final Witness COMMAND = Witness.ofCommand("default");
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Jdbi jdbi = TestDatabase.emptied();
    private final MovedTime time = new MovedTime(Instant.parse("2026-11-26T12:00:00Z"));
    private final AccountDesk desk = new AccountDesk(jdbi, time);
    private final Entrance entrance = new Entrance(jdbi, time);
    private final Sessions sessions = entrance.sessions();

    private Account ana = new Account(0, "default", EMAIL, "Ana", Role.OWNER);

    @BeforeEach
    void anOwner() {
        Token link = desk.invite(COMMAND, EMAIL, "Ana Lima", Role.OWNER).orElseThrow();
        ana = entrance.invited(link).orElseThrow();
        entrance.choose(link, PASSWORD);
    }

    @Test
    void the_address_counts_whatever_its_case_and_the_spaces_around_it() {
        assertThat(entrance.knock(" ANA@Congresso.example ", PASSWORD)).isInstanceOf(Knocked.In.class);
    }

    @Test
    void a_wrong_password_an_unknown_address_and_a_disabled_account_are_refused_alike() {
        Token link = desk.invite(COMMAND, "rui@congresso.example", "Rui Melo", Role.DOOR)
                .orElseThrow();
        long rui = entrance.invited(link).orElseThrow().id();
        entrance.choose(link, PASSWORD);
        desk.disable(COMMAND, rui);

        assertThat(List.of(
                        entrance.knock(EMAIL, ANOTHER),
                        entrance.knock("ninguem@congresso.example", PASSWORD),
                        entrance.knock("rui@congresso.example", PASSWORD),
                        entrance.knock("", "")))
                .containsOnly(new Knocked.Refused());
    }

    @Test
    void an_account_without_a_password_opens_to_nobody() {
        desk.invite(COMMAND, "rui@congresso.example", "Rui Melo", Role.DOOR);

        assertThat(entrance.knock("rui@congresso.example", "")).isEqualTo(new Knocked.Refused());
        assertThat(entrance.knock("rui@congresso.example", PASSWORD)).isEqualTo(new Knocked.Refused());
    }

    @Test
    void with_a_second_factor_the_password_opens_half_the_way() {
        Secret secret = withTotp();

        Token half = half();

        assertThat(sessions.find(half)).isEmpty();
        assertThat(entrance.knock(half, "000000")).isEqualTo(new Knocked.Refused());
        assertThat(entrance.knock(half, code(secret)))
                .isInstanceOfSatisfying(
                        Knocked.In.class,
                        in -> assertThat(sessions.find(in.session())).isPresent());
        assertThat(entrance.half(half)).isEmpty();
    }

    @Test
    void of_many_who_bring_the_same_code_at_once_one_comes_in() {
        Secret secret = withTotp();
        List<Token> halves = IntStream.range(0, 8).mapToObj(_ -> half()).toList();
        String code = code(secret);

        long in = halves.parallelStream()
                .filter(half -> entrance.knock(half, code) instanceof Knocked.In)
                .count();

        assertThat(in).isEqualTo(1);
    }

    @Test
    void of_many_who_go_on_from_the_same_half_one_comes_in() {
        Secret secret = withTotp();
        Token half = half();

        long in = IntStream.of(-1, 0, 1)
                .parallel()
                .mapToObj(off -> TotpCodes.at(secret, time.instant().plus(STEP.multipliedBy(off))))
                .filter(code -> entrance.knock(half, code) instanceof Knocked.In)
                .count();

        assertThat(in).isEqualTo(1);
    }

    @Test
    void the_code_that_turned_the_second_factor_on_does_not_open_the_door() {
        Secret secret = Totp.fresh();
        entrance.turnOnTotp(ana, PASSWORD, secret, code(secret));

        assertThat(entrance.knock(half(), code(secret))).isEqualTo(new Knocked.Refused());
        time.pass(STEP);
        assertThat(entrance.knock(half(), code(secret))).isInstanceOf(Knocked.In.class);
    }

    @Test
    void half_the_way_leads_on_for_five_minutes_and_not_after_a_new_password() {
        Secret secret = withTotp();
        Token slow = half();
        time.pass(Sessions.HALF);
        assertThat(entrance.knock(slow, code(secret))).isEqualTo(new Knocked.Refused());

        Token fast = half();
        entrance.changePassword(ana, PASSWORD, ANOTHER);

        assertThat(entrance.knock(fast, code(secret))).isEqualTo(new Knocked.Refused());
    }

    @Test
    void the_second_factor_is_turned_on_and_off_by_the_password_only() {
        Secret secret = Totp.fresh();

        assertThat(entrance.turnOnTotp(ana, ANOTHER, secret, code(secret))).isEqualTo(Changed.WRONG);
        assertThat(entrance.turnOnTotp(ana, PASSWORD, secret, "000000")).isEqualTo(Changed.WRONG_CODE);
        assertThat(entrance.hasTotp(ana)).isFalse();
        assertThat(entrance.turnOnTotp(ana, PASSWORD, secret, code(secret))).isEqualTo(Changed.DONE);
        assertThat(entrance.turnOffTotp(ana, ANOTHER)).isEqualTo(Changed.WRONG);
        assertThat(entrance.hasTotp(ana)).isTrue();
        assertThat(entrance.turnOffTotp(ana, PASSWORD)).isEqualTo(Changed.DONE);
        assertThat(entrance.hasTotp(ana)).isFalse();
    }

    @Test
    void an_open_browser_does_not_replace_the_second_factor_by_another() {
        withTotp();
        Secret mine = Totp.fresh();

        assertThat(entrance.turnOnTotp(ana, ANOTHER, mine, code(mine))).isEqualTo(Changed.WRONG);
        assertThat(entrance.knock(half(), code(mine))).isEqualTo(new Knocked.Refused());
    }

    @Test
    void a_new_password_takes_the_old_ones_place_and_ends_every_session() {
        Token session = in().session();

        assertThat(entrance.changePassword(ana, ANOTHER, PASSWORD)).isEqualTo(Changed.WRONG);
        assertThat(entrance.changePassword(ana, PASSWORD, "12345678")).isEqualTo(Changed.COMMON);
        assertThat(sessions.find(session)).isPresent();
        assertThat(entrance.changePassword(ana, PASSWORD, ANOTHER)).isEqualTo(Changed.DONE);

        assertThat(sessions.find(session)).isEmpty();
        assertThat(entrance.knock(EMAIL, PASSWORD)).isEqualTo(new Knocked.Refused());
        assertThat(entrance.knock(EMAIL, ANOTHER)).isInstanceOf(Knocked.In.class);
    }

    @Test
    void who_knocks_with_the_old_password_while_it_is_changed_has_no_session_afterwards() {
        for (int i = 0; i < 20; i++) {
            String old = i % 2 == 0 ? PASSWORD : ANOTHER;
            String fresh = i % 2 == 0 ? ANOTHER : PASSWORD;

            List<Knocked> knocks = IntStream.range(0, 4)
                    .parallel()
                    .mapToObj(who -> who == 0 ? change(old, fresh) : entrance.knock(EMAIL, old))
                    .toList();

            assertThat(knocks)
                    .filteredOn(Knocked.In.class::isInstance)
                    .allSatisfy(knocked -> assertThat(sessions.find(((Knocked.In) knocked).session()))
                            .isEmpty());
        }
    }

    private Knocked change(String old, String fresh) {
        entrance.changePassword(ana, old, fresh);
        return new Knocked.Refused();
    }

    @Test
    void a_link_serves_once() {
        Token link = desk.inviteAgain(COMMAND, ana.id()).orElseThrow();

        assertThat(entrance.choose(link, "12345678")).isInstanceOf(Chosen.Weak.class);
        assertThat(entrance.choose(link, ANOTHER)).isInstanceOf(Chosen.Done.class);
        assertThat(entrance.choose(link, PASSWORD)).isEqualTo(new Chosen.NoLink());
        assertThat(entrance.invited(link)).isEmpty();
    }

    @Test
    void of_many_who_use_a_link_at_once_one_chooses() {
        Token link = desk.inviteAgain(COMMAND, ana.id()).orElseThrow();

        long chosen = IntStream.range(0, 6)
                .parallel()
                .filter(i -> entrance.choose(link, ANOTHER + i) instanceof Chosen.Done)
                .count();

        assertThat(chosen).isEqualTo(1);
    }

    @Test
    void a_link_serves_for_seven_days() {
        Token link = desk.inviteAgain(COMMAND, ana.id()).orElseThrow();
        time.pass(Accounts.INVITED.minusSeconds(1));
        assertThat(entrance.invited(link)).contains(ana);

        time.pass(Duration.ofSeconds(1));

        assertThat(entrance.choose(link, ANOTHER)).isEqualTo(new Chosen.NoLink());
    }

    @Test
    void another_link_and_a_new_password_end_earlier_links() {
        Token first = desk.inviteAgain(COMMAND, ana.id()).orElseThrow();
        Token second = desk.inviteAgain(COMMAND, ana.id()).orElseThrow();
        assertThat(entrance.invited(first)).isEmpty();

        entrance.changePassword(ana, PASSWORD, ANOTHER);

        assertThat(entrance.invited(second)).isEmpty();
    }

    @Test
    void a_link_of_a_disabled_account_serves_no_more_even_when_it_is_enabled_again() {
        Token link = desk.invite(COMMAND, "rui@congresso.example", "Rui Melo", Role.DOOR)
                .orElseThrow();
        long rui = entrance.invited(link).orElseThrow().id();

        assertThat(desk.disable(COMMAND, rui)).isEqualTo(Managed.DONE);
        assertThat(entrance.choose(link, ANOTHER)).isEqualTo(new Chosen.NoLink());
        desk.enable(COMMAND, rui);

        assertThat(entrance.choose(link, ANOTHER)).isEqualTo(new Chosen.NoLink());
    }

    @Test
    void a_link_is_no_way_around_the_second_factor() {
        Token session = in().session();
        withTotp();
        Token link = desk.inviteAgain(COMMAND, ana.id()).orElseThrow();

        assertThat(entrance.choose(link, ANOTHER)).isEqualTo(new Chosen.CodeWanted());
        assertThat(sessions.find(session)).isEmpty();
        assertThat(entrance.knock(EMAIL, ANOTHER)).isInstanceOf(Knocked.Half.class);
    }

    @Test
    void links_are_in_the_table_as_hashes_only() {
        Token link = desk.inviteAgain(COMMAND, ana.id()).orElseThrow();

        assertThat(TestDatabase.rows(jdbi, "SELECT i::text FROM account_invitations i"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(link.hash()).doesNotContain(link.value()));
    }

    private Secret withTotp() {
        Secret secret = Totp.fresh();
        entrance.turnOnTotp(ana, PASSWORD, secret, code(secret));
        time.pass(STEP.multipliedBy(3));
        return secret;
    }

    private String code(Secret secret) {
        return TotpCodes.at(secret, time.instant());
    }

    private Token half() {
        return ((Knocked.Half) entrance.knock(EMAIL, PASSWORD)).token();
    }

    private Knocked.In in() {
        return (Knocked.In) entrance.knock(EMAIL, PASSWORD);
    }
}
