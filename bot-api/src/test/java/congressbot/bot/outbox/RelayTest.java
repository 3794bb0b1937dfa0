package congressbot.bot.outbox;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.mail.Mail;
import congressbot.bot.mail.MailResult;
import congressbot.bot.mail.Mailer;
import congressbot.bot.testing.FakeGateway;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Language;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.OutgoingMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CONGRESS = "default";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final Outbox outbox = new Outbox(jdbi);
    private final FakeGateway gateway = new FakeGateway();
    private final HttpCaller http = new HttpCaller(4);
    private final ScriptedMailer mailer = new ScriptedMailer();
    private Instant now = NOON;
    private final Relay relay = new Relay(
            outbox,
            new GatewayClient(http, gateway.address(), FakeGateway.KEY, Duration.ofSeconds(2)),
            Optional.of(mailer),
            new SimpleMeterRegistry(),
            () -> now);

    @AfterEach
    void close() {
        http.close();
        gateway.close();
    }

    @Test
    void the_worker_has_the_first_five_seconds() {
        reply(conversation(), "r:1", "oi");

        relay.sendReplies();
        assertThat(gateway.keys()).isEmpty();
        now = NOON.plusSeconds(6);
        relay.sendReplies();

        assertThat(gateway.keys()).containsExactly("r:1");
        assertThat(rows(jdbi, "SELECT status || ' ' || provider_message_id FROM outbox"))
                .containsExactly("sent W-r:1");
    }

    @Test
    void replies_of_one_conversation_go_out_in_their_order() {
        long maria = conversation();
        reply(maria, "r:1", "um");
        reply(maria, "r:2", "dois");
        now = NOON.plusSeconds(6);

        relay.sendReplies();
        assertThat(gateway.keys()).containsExactly("r:1");
        relay.sendReplies();

        assertThat(gateway.keys()).containsExactly("r:1", "r:2");
    }

    @Test
    void a_reply_does_not_wait_for_what_nobody_asked_for() {
        long maria = conversation();
        reply(maria, "a:7:1", "a resposta de ontem");
        gateway.answers(503);
        now = NOON.plusSeconds(6);
        relay.sendReplies();

        reply(maria, "r:1", "um");
        now = NOON.plusSeconds(12);
        relay.sendReplies();

        assertThat(outbox.olderPending(maria, "r:1")).isEmpty();
        assertThat(gateway.keys()).containsExactly("a:7:1", "r:1");
    }

    @Test
    void replies_leave_before_what_nobody_asked_for() {
        for (int i = 0; i < 12; i++) {
            reply(conversation(), "a:7:" + i, "a resposta de ontem");
        }
        reply(conversation(), "r:1", "um");
        now = NOON.plusSeconds(6);

        relay.sendReplies();

        assertThat(gateway.keys()).hasSize(10).contains("r:1");
    }

    @Test
    void a_gateway_that_is_down_is_asked_again_later_and_later() {
        reply(conversation(), "r:1", "oi");
        gateway.answers(500, 500, 200);
        now = NOON.plusSeconds(6);

        relay.sendReplies();
        relay.sendReplies();
        assertThat(gateway.keys()).hasSize(1);
        now = now.plusSeconds(3);
        relay.sendReplies();
        now = now.plusSeconds(3);
        relay.sendReplies();
        assertThat(gateway.keys()).hasSize(2);
        now = now.plusSeconds(2);
        relay.sendReplies();

        assertThat(gateway.keys()).hasSize(3);
        assertThat(rows(jdbi, "SELECT status || ' ' || attempts FROM outbox")).containsExactly("sent 3");
    }

    @Test
    void a_pause_that_the_gateway_asks_for_is_kept() {
        reply(conversation(), "r:1", "oi");
        gateway.answers(503);
        now = NOON.plusSeconds(6);
        relay.sendReplies();

        assertThat(rows(jdbi, "SELECT next_attempt_at >= '2026-11-20T12:00:36Z' FROM outbox"))
                .containsExactly("t");
    }

    @Test
    void a_send_that_is_in_flight_elsewhere_is_asked_about_again() {
        reply(conversation(), "r:1", "oi");
        gateway.answers(409, 200);
        now = NOON.plusSeconds(6);
        relay.sendReplies();
        now = now.plusSeconds(3);

        relay.sendReplies();

        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("sent");
    }

    @Test
    void a_refused_reply_does_not_stop_the_next_one() {
        long maria = conversation();
        reply(maria, "r:1", "um");
        reply(maria, "r:2", "dois");
        gateway.answers(422, 200);
        now = NOON.plusSeconds(6);

        relay.sendReplies();
        relay.sendReplies();

        assertThat(rows(jdbi, "SELECT status FROM outbox ORDER BY id")).containsExactly("refused", "sent");
    }

    @Test
    void what_the_channel_may_have_sent_is_not_sent_again_and_again() {
        reply(conversation(), "r:1", "oi");
        gateway.answers(504, 504, 504);
        now = NOON.plusSeconds(6);
        relay.sendReplies();
        now = now.plusSeconds(600);

        relay.sendReplies();

        assertThat(gateway.keys()).hasSize(1);
        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("unknown");
    }

    @Test
    void a_row_that_cannot_be_read_does_not_stop_the_others() {
        reply(conversation(), "r:1", "um");
        reply(conversation(), "r:2", "dois");
        jdbi.useHandle(handle -> handle.execute("UPDATE outbox SET body = '{}' WHERE key = 'r:1'"));
        now = NOON.plusSeconds(6);

        relay.sendReplies();

        assertThat(gateway.keys()).containsExactly("r:2");
    }

    @Test
    void a_reply_of_yesterday_is_given_up() {
        reply(conversation(), "r:1", "oi");
        jdbi.useHandle(handle -> handle.execute("UPDATE outbox SET created_at = '2026-11-19T11:00:00Z'"));
        now = NOON.plusSeconds(6);

        relay.sendReplies();

        assertThat(gateway.keys()).isEmpty();
        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("cancelled");
    }

    @Test
    void nothing_waits_behind_what_nobody_asked_for() {
        long maria = conversation();
        reply(maria, "a:7:1", "agora sei");
        reply(maria, "r:1", "oi");
        gateway.answers(503, 200);
        now = NOON.plusSeconds(6);

        relay.sendReplies();

        assertThat(gateway.keys()).containsExactlyInAnyOrder("a:7:1", "r:1");
        assertThat(outbox.olderPending(maria, "r:1")).isEmpty();
    }

    @Test
    void what_nobody_asked_for_may_wait_for_days() {
        reply(conversation(), "a:7:1", "agora sei");
        jdbi.useHandle(handle -> handle.execute("UPDATE outbox SET created_at = '2026-11-14T12:00:01Z'"));
        now = NOON.plusSeconds(6);
        gateway.answers(503);
        relay.sendReplies();
        String waiting = rows(jdbi, "SELECT status FROM outbox").getFirst();

        now = NOON.plus(Duration.ofDays(1)).plusSeconds(10);
        relay.sendReplies();

        assertThat(waiting).isEqualTo("pending");
        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("cancelled");
    }

    @Test
    void a_mail_is_tried_until_the_server_takes_it() {
        mail("m:1");
        mailer.results.add(new MailResult.TryLater("451"));
        relay.sendMails();
        now = NOON.plusSeconds(3);

        relay.sendMails();
        relay.sendMails();

        assertThat(mailer.sent).extracting(Mail::key).containsExactly("m:1", "m:1");
        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("sent");
    }

    @Test
    void a_refused_mail_is_not_tried_again() {
        mail("m:1");
        mailer.results.add(new MailResult.Refused("550"));

        relay.sendMails();
        now = NOON.plusSeconds(600);
        relay.sendMails();

        assertThat(mailer.sent).hasSize(1);
        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("refused");
    }

    @Test
    void without_a_mailer_mails_wait() {
        mail("m:1");
        Relay off = new Relay(
                outbox,
                new GatewayClient(http, gateway.address(), FakeGateway.KEY, Duration.ofSeconds(2)),
                Optional.empty(),
                new SimpleMeterRegistry(),
                () -> now);

        off.sendMails();

        assertThat(rows(jdbi, "SELECT status || ' ' || attempts FROM outbox")).containsExactly("pending 0");
    }

    @Test
    void the_same_cause_makes_one_mail() {
        mail("m:1");
        mail("m:1");

        assertThat(rows(jdbi, "SELECT key FROM outbox")).containsExactly("m:1");
    }

    private long conversation() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        WITH contact AS (INSERT INTO contacts (congress_id) VALUES ('default') RETURNING id)
                        INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, state, step,
                                                   version, message_count, last_seen_at)
                        SELECT 'default', 'gowa', '1', id, 'x', '{"type":"idle"}', 'IDLE', 1, 1, now() FROM contact
                        RETURNING id
                        """).mapTo(Long.class).one());
    }

    private void reply(long conversation, String key, String text) {
        OutgoingMessage message = new OutgoingMessage("x@lid", new ChannelName("gowa"), "1", text, List.of());
        jdbi.useTransaction(handle -> {
            outbox.addReply(handle, CONGRESS, conversation, key, message, NOON);
            handle.execute("UPDATE outbox SET created_at = ? WHERE key = ?", NOON, key);
        });
    }

    private void mail(String key) {
        jdbi.useTransaction(handle -> {
            outbox.addMail(
                    handle,
                    CONGRESS,
                    new Mail(key, "maria@ufg.br", "confirmation", Language.PORTUGUESE, Map.of(), Optional.empty()),
                    NOON);
            handle.execute("UPDATE outbox SET created_at = ? WHERE key = ?", NOON, key);
        });
    }

    /// Answers as told, then takes everything.
    private static final class ScriptedMailer implements Mailer {
        private final Deque<MailResult> results = new ArrayDeque<>();
        private final List<Mail> sent = new ArrayList<>();

        @Override
        public MailResult send(Mail mail) {
            sent.add(mail);
            return results.isEmpty() ? new MailResult.Sent() : results.poll();
        }
    }
}
