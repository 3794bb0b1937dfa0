package congressbot.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.AccountDesk.Managed;
import congressbot.bot.account.Accounts.Listed;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class AccountDeskTest {
    private static final String PASSWORD = "girafa lilas na estacao";
    private static final Witness COMMAND = Witness.ofCommand("default");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final MovedTime time = new MovedTime(Instant.parse("2026-11-26T12:00:00Z"));
    private final AccountDesk desk = new AccountDesk(jdbi, time);
    private final Entrance entrance = new Entrance(jdbi, time);

    @Test
    void an_account_is_invited_until_it_chose_a_password() {
        Token link = desk.invite(COMMAND, "Ana@Congresso.example", "  Ana \u202E Lima ", Role.SUPPORT)
                .orElseThrow();

        Listed before = desk.list("default").getFirst();
        entrance.choose(link, PASSWORD);
        Listed after = desk.list("default").getFirst();

        assertThat(before.chosen()).isFalse();
        assertThat(before.account().email()).isEqualTo("ana@congresso.example");
        assertThat(before.account().name()).isEqualTo("Ana Lima");
        assertThat(before.lastSeen()).isEmpty();
        assertThat(after.chosen()).isTrue();
        assertThat(after.lastSeen()).contains(time.instant());
    }

    @Test
    void an_address_has_one_account_whatever_its_case_and_the_congress() {
        desk.invite(COMMAND, "ana@congresso.example", "Ana Lima", Role.SUPPORT);

        assertThat(desk.invite(COMMAND, "ANA@congresso.example", "Ana Souza", Role.OWNER))
                .isEmpty();
        assertThat(desk.invite(Witness.ofCommand("other"), "ana@congresso.example", "Ana Souza", Role.OWNER))
                .isEmpty();
        assertThat(desk.list("other")).isEmpty();
    }

    @Test
    void the_last_owner_stays_one() {
        Account ana = owner("ana");
        invited("rui", Role.OWNER);

        assertThat(desk.changeRole(COMMAND, ana.id(), Role.EDITOR)).isEqualTo(Managed.LAST_OWNER);
        assertThat(desk.disable(COMMAND, ana.id())).isEqualTo(Managed.LAST_OWNER);
        assertThat(desk.changeRole(COMMAND, ana.id(), Role.OWNER)).isEqualTo(Managed.DONE);
        assertThat(roles()).contains("ana owner true");
    }

    @Test
    void an_owner_who_cannot_come_in_is_nobodys_last() {
        Account mistyped = invited("annna", Role.OWNER);

        assertThat(desk.disable(COMMAND, mistyped.id())).isEqualTo(Managed.DONE);
        Account ana = owner("ana");
        assertThat(desk.changeRole(COMMAND, mistyped.id(), Role.VIEWER)).isEqualTo(Managed.DONE);
        assertThat(desk.disable(COMMAND, ana.id())).isEqualTo(Managed.LAST_OWNER);
    }

    @Test
    void an_owner_of_another_congress_does_not_count() {
        Account ana = owner("ana");
        Token link = desk.invite(Witness.ofCommand("other"), "rui@congresso.example", "Rui Melo", Role.OWNER)
                .orElseThrow();
        entrance.choose(link, PASSWORD);

        assertThat(desk.disable(COMMAND, ana.id())).isEqualTo(Managed.LAST_OWNER);
    }

    @Test
    void of_two_owners_who_disable_each_other_at_once_one_stays() {
        for (int i = 0; i < 10; i++) {
            Account ana = owner("ana" + i);
            Account rui = owner("rui" + i);
            desk.list("default").stream()
                    .map(Listed::account)
                    .filter(account -> account.id() < ana.id())
                    .forEach(account -> desk.disable(COMMAND, account.id()));

            List<Managed> managed = Stream.of(ana, rui)
                    .parallel()
                    .map(account -> desk.disable(COMMAND, account.id()))
                    .toList();

            assertThat(managed).containsExactlyInAnyOrder(Managed.DONE, Managed.LAST_OWNER);
        }
    }

    @Test
    void of_two_owners_who_take_each_others_role_at_once_one_stays() {
        Account ana = owner("ana");
        Account rui = owner("rui");

        List<Managed> managed = Stream.of(ana, rui)
                .parallel()
                .map(account -> desk.changeRole(COMMAND, account.id(), Role.VIEWER))
                .toList();

        assertThat(managed).containsExactlyInAnyOrder(Managed.DONE, Managed.LAST_OWNER);
    }

    @Test
    void an_account_of_another_congress_is_not_there() {
        Account ana = owner("ana");
        Account rui = owner("rui");
        Witness stranger = Witness.ofCommand("other");
        String before = everything();

        assertThat(Stream.of(
                        desk.changeRole(stranger, rui.id(), Role.VIEWER),
                        desk.disable(stranger, rui.id()),
                        desk.enable(stranger, rui.id()),
                        desk.endSessions(stranger, rui.id()),
                        desk.turnOffTotp(stranger, rui.id()),
                        desk.changeRole(COMMAND, ana.id() + 1_000, Role.OWNER)))
                .containsOnly(Managed.UNKNOWN);
        assertThat(desk.inviteAgain(stranger, rui.id())).isEmpty();
        assertThat(desk.inviteOwner(stranger, ana.email(), "Ana Lima")).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_link_for_an_owner_makes_one_of_whoever_has_the_address() {
        Account ana = invited("ana", Role.VIEWER);
        desk.disable(COMMAND, ana.id());

        Token link =
                desk.inviteOwner(COMMAND, "ANA@congresso.example", "Outra Ana").orElseThrow();

        assertThat(entrance.invited(link).map(Account::role)).contains(Role.OWNER);
        assertThat(roles()).containsExactly("ana owner false");
        assertThat(TestDatabase.rows(jdbi, "SELECT deed || ' ' || subject_id FROM audit_log ORDER BY id DESC LIMIT 2"))
                .containsExactly("invite " + ana.id() + " owner", "change-role " + ana.id() + " owner");
    }

    @Test
    void names_and_addresses_are_looked_at() {
        assertThat(Stream.of("Jo", "Ána D'Ávila-Lima", "李小龍", "x".repeat(80))).allMatch(desk::isName);
        assertThat(Stream.of("", "J", " J ", "\u200B\u200B", "\n\n", "x".repeat(81)))
                .noneMatch(desk::isName);
        assertThat(Stream.of("a@b.co", "ana+x@sub.congresso.org.br")).allMatch(desk::isEmail);
        assertThat(Stream.of(
                        "",
                        "ana",
                        "ana@",
                        "@b.co",
                        "a@b",
                        "a b@c.de",
                        "a@b.co\n",
                        "a@b..co",
                        "x".repeat(250) + "@b.co"))
                .noneMatch(desk::isEmail);
    }

    private Account owner(String name) {
        Account account = invited(name, Role.OWNER);
        entrance.choose(desk.inviteAgain(COMMAND, account.id()).orElseThrow(), PASSWORD);
        return account;
    }

    private Account invited(String name, Role role) {
        Token link = desk.invite(COMMAND, name + "@congresso.example", name + " Lima", role)
                .orElseThrow();
        return entrance.invited(link).orElseThrow();
    }

    private List<String> roles() {
        return TestDatabase.rows(
                jdbi,
                "SELECT split_part(email, '@', 1) || ' ' || role || ' ' || (password_hash IS NOT NULL)::text FROM accounts");
    }

    private String everything() {
        return TestDatabase.rows(jdbi, "SELECT a::text FROM accounts a ORDER BY id")
                        .toString()
                + TestDatabase.rows(jdbi, "SELECT i::text FROM account_invitations i ORDER BY 1")
                + TestDatabase.rows(jdbi, "SELECT l::text FROM audit_log l ORDER BY id");
    }
}
