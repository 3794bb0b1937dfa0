package congressbot.bot.number;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.congress.Congress;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.number.Trouble.Kind;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Tongues;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.ChannelName;
import congressbot.wire.process.Health.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ChannelName GOWA = new ChannelName("gowa");
    private static final String OURS = "5585911110000";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final MovedTime time = new MovedTime(NOON);
    private final Numbers numbers = Rooms.numbers(jdbi, time);

    @Test
    void what_nobody_told_of_is_no_trouble() {
        assertThat(numbers.troubles("default")).isEmpty();
        assertThat(numbers.status()).isInstanceOf(Status.Healthy.class);
    }

    @ParameterizedTest
    @CsvSource({
        "logged out, LOGGED_OUT",
        "logged-out, LOGGED_OUT",
        "banned, BANNED",
        "BANNED, BANNED",
        "outdated, OUTDATED"
    })
    void a_number_that_is_off_is_told_until_it_is_linked_again(String state, Kind kind) {
        told(OURS, state);

        assertThat(kinds()).containsExactly(kind);
        assertThat(numbers.status().toString()).contains("gowa", kind.word()).doesNotContain(OURS);
        told(OURS, "connected");
        assertThat(kinds()).isEmpty();
        assertThat(numbers.status()).isInstanceOf(Status.Healthy.class);
    }

    @ParameterizedTest
    @CsvSource({"disconnected, DISCONNECTED", "unreachable, UNREACHABLE"})
    void a_lost_link_is_told_only_when_it_does_not_come_back(String state, Kind kind) {
        told(OURS, state);

        assertThat(kinds()).isEmpty();
        time.pass(Numbers.PATIENCE);
        assertThat(kinds()).containsExactly(kind);
    }

    @Test
    void a_limit_is_told_until_its_time_is_over() {
        limited(OURS, NOON.plusSeconds(60));

        assertThat(numbers.troubles("default"))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.until()).contains(NOON.plusSeconds(60)));
        time.pass(Duration.ofSeconds(60));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void an_older_fact_changes_nothing() {
        told(OURS, "connected");

        note(new GatewayFact.SessionChanged(GOWA, OURS, "banned", NOON.minusSeconds(5)));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void the_only_number_of_a_channel_is_the_same_whatever_it_is_called() {
        told("gowa", "logged out");
        told("5585900000000", "banned");
        told("norte", "banned");
        time.pass(Duration.ofSeconds(1));

        told(OURS, "connected");

        assertThat(numbers.troubles("default")).extracting(Trouble::account).containsExactly("norte");
    }

    @Test
    void a_mail_goes_to_the_organisers_once_and_at_most_once_an_hour() {
        told(OURS, "logged out");
        numbers.look();
        numbers.look();
        assertThat(mails()).hasSize(1).first().asString().contains("+55 85 91111-0000", "pareamento");
        time.pass(Duration.ofMinutes(10));
        told(OURS, "connected");
        time.pass(Duration.ofMinutes(10));
        told(OURS, "banned");
        numbers.look();
        assertThat(mails()).hasSize(1);

        time.pass(Duration.ofMinutes(40));
        numbers.look();
        time.pass(Duration.ofDays(1));
        numbers.look();

        assertThat(mails()).hasSize(2);
    }

    @Test
    void a_limit_that_lasts_is_told_again_after_hours() {
        limited(OURS, NOON.plus(Duration.ofDays(2)));
        numbers.look();
        time.pass(Duration.ofHours(5));
        numbers.look();
        assertThat(mails()).hasSize(1);

        time.pass(Duration.ofHours(1));
        numbers.look();

        assertThat(mails()).hasSize(2);
    }

    @Test
    void of_a_number_that_nothing_is_told_of_any_more_nothing_is_wrong() {
        told(OURS, "banned");
        time.pass(Numbers.KNOWN_FOR);
        assertThat(kinds()).containsExactly(Kind.BANNED);

        time.pass(Duration.ofSeconds(1));

        assertThat(kinds()).isEmpty();
        assertThat(numbers.status()).isInstanceOf(Status.Healthy.class);
        told(OURS, "banned");
        assertThat(kinds()).containsExactly(Kind.BANNED);
    }

    @Test
    void a_number_that_lost_its_phone_is_still_its_congresss() {
        Receptions both = new Receptions(
                List.of(Rooms.sample().first(), another(List.of("gowa:" + OURS))),
                Municipalities.load(),
                Tongues.load());
        Numbers ofTwo = new Numbers(jdbi, both, new Outbox(jdbi), URI.create("http://localhost/painel"), time);

        jdbi.useTransaction(handle -> {
            ofTwo.note(handle, new GatewayFact.SessionChanged(GOWA, OURS, "connected", NOON));
            ofTwo.note(handle, new GatewayFact.SessionChanged(GOWA, "gowa", "logged out", NOON));
        });

        assertThat(ofTwo.troubles("outro")).extracting(Trouble::kind).containsExactly(Kind.LOGGED_OUT);
        assertThat(ofTwo.troubles("default")).isEmpty();
    }

    @Test
    void another_congress_reads_nothing_of_it() {
        told(OURS, "banned");

        assertThat(numbers.troubles("outro")).isEmpty();
    }

    /// Like the first, under another id.
    private static Congress another(List<String> accounts) {
        Congress first = Rooms.sample().first();
        return new Congress(
                "outro",
                first.name(),
                first.shortName(),
                first.description(),
                first.start(),
                first.end(),
                first.hours(),
                first.venue(),
                first.contact(),
                first.enrolment(),
                first.profiles(),
                first.controller(),
                first.privacyUrl(),
                first.privacyVersion(),
                accounts,
                first.languages(),
                first.quietHours(),
                first.attendance());
    }

    private List<Kind> kinds() {
        return numbers.troubles("default").stream().map(Trouble::kind).toList();
    }

    private List<String> mails() {
        return rows(jdbi, "SELECT body::text FROM outbox WHERE kind = 'mail' ORDER BY id");
    }

    private void told(String account, String state) {
        note(new GatewayFact.SessionChanged(GOWA, account, state, time.instant()));
    }

    private void note(GatewayFact.SessionChanged fact) {
        jdbi.useTransaction(handle -> numbers.note(handle, fact));
    }

    private void limited(String account, Instant until) {
        jdbi.useTransaction(
                handle -> numbers.note(handle, new GatewayFact.ReachLimited(GOWA, account, until, time.instant())));
    }
}
