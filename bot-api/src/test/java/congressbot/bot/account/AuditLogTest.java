package congressbot.bot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.account.AuditLog.Entry;
import congressbot.bot.account.AuditLog.Wanted;
import congressbot.bot.account.Entrance.Knocked;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.process.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
    private static final String PASSWORD = "girafa lilas na estacao";
    private static final Witness ANA = new Witness("default", OptionalLong.of(7), "Ana Lima");
    private static final Wanted EVERYTHING = new Wanted(OptionalLong.empty(), Optional.empty(), OptionalLong.empty());
    private static final Subject LIST = new Subject("list", "all");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final MovedTime time = new MovedTime(Instant.parse("2026-11-26T12:00:00Z"));
    private final AuditLog log = new AuditLog(jdbi, time);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET account_name = 'Rui'",
                "UPDATE audit_log SET at = now() WHERE id > 0",
                "DELETE FROM audit_log",
                "INSERT INTO audit_log OVERRIDING SYSTEM VALUE SELECT * FROM audit_log ON CONFLICT (id) DO UPDATE SET deed = 'x'"
            })
    void what_was_written_is_neither_changed_nor_deleted(String statement) {
        log.note(ANA, Deed.READ_DOCUMENT, new Subject("participant", 3));

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("append-only");

        assertThat(log.read("default", EVERYTHING, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("Ana Lima");
            assertThat(entry.deed()).isEqualTo("read-document");
            assertThat(entry.subject()).isEqualTo(new Subject("participant", "3"));
            assertThat(entry.at()).isEqualTo(time.instant());
        });
    }

    @Test
    void a_deed_that_did_not_happen_is_not_in_it() {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    log.note(handle, ANA, Deed.EDIT, new Subject("participant", 3));
                    throw new IllegalStateException("the deed fails");
                }))
                .hasMessage("the deed fails");

        assertThat(log.read("default", EVERYTHING, 10)).isEmpty();
    }

    @Test
    void each_congress_reads_its_own_newest_first_by_deed_by_person_and_by_page() {
        Witness rui = new Witness("default", OptionalLong.of(8), "Rui Melo");
        log.note(ANA, Deed.EXPORT, LIST);
        log.note(rui, Deed.EXPORT, LIST);
        log.note(ANA, Deed.EDIT, new Subject("participant", 3));
        log.note(Witness.ofCommand("other"), Deed.INVITE, new Subject("account", 1));

        List<Entry> all = log.read("default", EVERYTHING, 10);

        assertThat(all).extracting(Entry::deed).containsExactly("edit", "export", "export");
        assertThat(read(OptionalLong.of(7), Optional.of("export"))).hasSize(1);
        assertThat(read(OptionalLong.empty(), Optional.of("export"))).hasSize(2);
        assertThat(read(OptionalLong.of(8), Optional.empty()))
                .extracting(Entry::who)
                .containsExactly("Rui Melo");
        assertThat(log.read(
                        "default",
                        new Wanted(
                                OptionalLong.empty(),
                                Optional.empty(),
                                OptionalLong.of(all.get(1).id())),
                        10))
                .containsExactly(all.getLast());
        assertThat(log.read("default", EVERYTHING, 2)).hasSize(2);
    }

    private List<Entry> read(OptionalLong account, Optional<String> deed) {
        return log.read("default", new Wanted(account, deed, OptionalLong.empty()), 10);
    }

    @Test
    void of_many_at_once_no_more_are_noted_than_may() {
        Instant hourAgo = time.instant().minus(Duration.ofHours(1));

        long noted = IntStream.range(0, 40)
                .parallel()
                .filter(_ -> log.noteAtMost(10, hourAgo, ANA, Deed.EXPORT, LIST))
                .count();

        assertThat(noted).isEqualTo(10);
        assertThat(log.read("default", EVERYTHING, 50)).hasSize(10);
    }

    @Test
    void the_limit_is_of_one_account_one_deed_and_one_span_of_time() {
        Instant before = time.instant().minusSeconds(1);
        assertThat(log.noteAtMost(1, before, ANA, Deed.EXPORT, LIST)).isTrue();
        assertThat(log.noteAtMost(1, before, ANA, Deed.EXPORT, LIST)).isFalse();

        assertThat(log.noteAtMost(1, before, ANA, Deed.RESEND, LIST)).isTrue();
        assertThat(log.noteAtMost(1, before, new Witness("default", OptionalLong.of(8), "Rui"), Deed.EXPORT, LIST))
                .isTrue();
        assertThat(log.noteAtMost(1, time.instant(), ANA, Deed.EXPORT, LIST)).isTrue();
    }

    @Test
    void every_deed_with_accounts_leaves_one_line() {
        AccountDesk desk = new AccountDesk(jdbi, time);
        Entrance entrance = new Entrance(jdbi, time);
        Token link =
                desk.invite(ANA, "rui@congresso.example", "Rui Melo", Role.DOOR).orElseThrow();
        Account rui = entrance.invited(link).orElseThrow();
        Knocked.In in = ((Entrance.Chosen.Done) entrance.choose(link, PASSWORD)).in();
        Secret secret = Totp.fresh();

        entrance.leave(in.session(), rui);
        entrance.turnOnTotp(rui, PASSWORD, secret, TotpCodes.at(secret, time.instant()));
        entrance.turnOffTotp(rui, PASSWORD);
        entrance.changePassword(rui, PASSWORD, "outra girafa na estacao");
        entrance.endSessions(rui);
        desk.changeRole(ANA, rui.id(), Role.VIEWER);
        desk.turnOffTotp(ANA, rui.id());
        desk.endSessions(ANA, rui.id());
        desk.disable(ANA, rui.id());
        desk.enable(ANA, rui.id());
        desk.inviteAgain(ANA, rui.id());

        String id = Long.toString(rui.id());
        assertThat(log.read("default", EVERYTHING, 50).reversed())
                .allMatch(entry -> entry.subject().id().split(" ", 2)[0].equals(id))
                .extracting(entry ->
                        entry.who() + ": " + entry.deed() + entry.subject().id().substring(id.length()))
                .containsExactly(
                        "Ana Lima: invite door",
                        "Rui Melo: choose-password",
                        "Rui Melo: login",
                        "Rui Melo: logout",
                        "Rui Melo: turn-on-totp",
                        "Rui Melo: turn-off-totp",
                        "Rui Melo: choose-password",
                        "Rui Melo: end-sessions",
                        "Ana Lima: change-role viewer",
                        "Ana Lima: turn-off-totp",
                        "Ana Lima: end-sessions",
                        "Ana Lima: disable",
                        "Ana Lima: enable",
                        "Ana Lima: invite viewer");
    }

    @Test
    void what_is_refused_leaves_none() {
        AccountDesk desk = new AccountDesk(jdbi, time);
        Entrance entrance = new Entrance(jdbi, time);
        Token link = desk.invite(ANA, "rui@congresso.example", "Rui Melo", Role.OWNER)
                .orElseThrow();
        Account rui = entrance.invited(link).orElseThrow();
        entrance.choose(link, PASSWORD);
        int before = log.read("default", EVERYTHING, 50).size();

        entrance.knock(rui.email(), "errada");
        entrance.changePassword(rui, "errada", PASSWORD);
        entrance.turnOffTotp(rui, "errada");
        entrance.choose(link, PASSWORD);
        desk.disable(ANA, rui.id());
        desk.invite(ANA, rui.email(), "Rui Melo", Role.DOOR);

        assertThat(log.read("default", EVERYTHING, 50)).hasSize(before);
    }

    @Test
    void every_deed_has_a_code_that_fits() {
        assertThat(Arrays.stream(Deed.values()).map(Deed::code))
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[a-z-]{1,40}"));
    }
}
