package congressbot.bot.outbox;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.number.Numbers;
import congressbot.bot.number.Trouble;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.ChannelName;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class FactDrainTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ChannelName GOWA = new ChannelName("gowa");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
    private final Numbers numbers = Rooms.numbers(jdbi, () -> NOON);
    private final List<GatewayFact.Linked> links = new ArrayList<>();
    private final FactDrain drain = new FactDrain(jdbi, queue, numbers, links::add);

    @BeforeEach
    void aReplyIsPending() {
        jdbi.useHandle(handle -> handle.execute("""
                WITH contact AS (INSERT INTO contacts (congress_id) VALUES ('default') RETURNING id),
                conversation AS (
                    INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, state, step,
                                               version, message_count, last_seen_at)
                    SELECT 'default', 'gowa', '1', id, 'x', '{"type":"idle"}', 'IDLE', 1, 1, now() FROM contact
                    RETURNING id),
                said AS (
                    INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step, delivery, at)
                    SELECT 'default', id, 'out', 'r:1', '{}', 'IDLE', 'pending', now() FROM conversation)
                INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, next_attempt_at)
                SELECT 'default', 'r:1', 'reply', id, '{}', 'pending', now() FROM conversation
                """));
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void a_sent_reply_is_noted_in_outbox_and_transcript() {
        queue.sent("r:1", "W1", Json.write(new GatewayFact.Sent("r:1", "W1", NOON)));

        drain.drain();

        assertThat(rows(jdbi, "SELECT status || ' ' || provider_message_id FROM outbox"))
                .containsExactly("sent W1");
        assertThat(rows(jdbi, "SELECT delivery || ' ' || provider_message_id FROM messages"))
                .containsExactly("sent W1");
        assertThat(queue.facts(1)).isEmpty();
    }

    @Test
    void a_reply_that_the_relay_sent_is_noted_in_the_transcript_too() {
        jdbi.useHandle(handle -> handle.execute("UPDATE outbox SET status = 'sent', finished_at = now()"));
        report(new GatewayFact.Sent("r:1", "W1", NOON));

        drain.drain();

        assertThat(rows(jdbi, "SELECT delivery || ' ' || provider_message_id FROM messages"))
                .containsExactly("sent W1");
    }

    @Test
    void a_reply_of_which_nobody_knew_is_noted_as_sent_when_the_gateway_tells() {
        jdbi.useHandle(handle -> handle.execute("UPDATE outbox SET status = 'unknown', finished_at = now()"));
        report(new GatewayFact.Sent("r:1", "W1", NOON));

        drain.drain();

        assertThat(rows(jdbi, "SELECT status || ' ' || provider_message_id FROM outbox"))
                .containsExactly("sent W1");
    }

    @Test
    void receipts_move_a_message_forward_only() {
        report(new GatewayFact.Sent("r:1", "W1", NOON));
        report(new GatewayFact.Read(GOWA, "1", List.of("W1"), NOON));
        report(new GatewayFact.Delivered(GOWA, "1", List.of("W1"), NOON));

        drain.drain();

        assertThat(rows(jdbi, "SELECT delivery FROM messages")).containsExactly("read");
    }

    @Test
    void a_refused_reply_is_noted_and_not_sent_any_more() {
        report(new GatewayFact.Failed("r:1", "not-on-whatsapp", NOON));

        drain.drain();

        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("refused");
        assertThat(rows(jdbi, "SELECT delivery FROM messages")).containsExactly("failed");
    }

    @Test
    void a_fact_that_nobody_can_read_does_not_stop_the_others() {
        queue.report("{\"type\":\"Hologram\"}");
        report(new GatewayFact.SessionChanged(GOWA, "1", "logged-out", NOON));
        report(new GatewayFact.Sent("r:1", "W1", NOON));

        drain.drain();

        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("sent");
        assertThat(queue.facts(1)).isEmpty();
    }

    @Test
    void a_number_that_is_off_and_addresses_of_one_person_are_told_to_those_who_look_after_them() {
        report(new GatewayFact.SessionChanged(GOWA, "1", "logged out", NOON));
        report(new GatewayFact.ReachLimited(GOWA, "2", NOON.plusSeconds(60), NOON));
        GatewayFact.Linked linked = new GatewayFact.Linked(GOWA, "1", List.of("a@lid", "b@s.whatsapp.net"), NOON);
        report(linked);

        drain.drain();

        assertThat(numbers.troubles("default").stream().map(Trouble::kind))
                .containsExactly(Trouble.Kind.LOGGED_OUT, Trouble.Kind.LIMITED);
        assertThat(links).containsExactly(linked);
        assertThat(queue.facts(1)).isEmpty();
    }

    @Test
    void addresses_that_cannot_be_joined_hold_up_no_other_fact() {
        GatewayFact.Linked one = new GatewayFact.Linked(GOWA, "1", List.of("a@lid", "b@s.whatsapp.net"), NOON);
        GatewayFact.Linked other = new GatewayFact.Linked(GOWA, "1", List.of("c@lid", "d@s.whatsapp.net"), NOON);
        report(one);
        report(other);
        report(new GatewayFact.Sent("r:1", "W1", NOON));

        new FactDrain(jdbi, queue, numbers, link -> {
                    if (link.equals(one)) {
                        throw new UnableToExecuteStatementException("held by another transaction");
                    }
                    links.add(link);
                })
                .drain();

        assertThat(links).containsExactly(other);
        assertThat(rows(jdbi, "SELECT status FROM outbox")).containsExactly("sent");
        assertThat(queue.facts(1)).isEmpty();
    }

    @Test
    void facts_that_are_stored_twice_change_nothing() {
        report(new GatewayFact.Sent("r:1", "W1", NOON));
        drain.drain();
        report(new GatewayFact.Sent("r:1", "W2", NOON.plusSeconds(9)));

        drain.drain();

        assertThat(rows(jdbi, "SELECT provider_message_id FROM outbox")).containsExactly("W1");
    }

    @Test
    void while_another_process_drains_nothing_is_removed() {
        report(new GatewayFact.Sent("r:1", "W1", NOON));
        try (Handle other = jdbi.open()) {
            other.begin();
            other.execute("SELECT pg_advisory_xact_lock(" + FactDrain.ONE_AT_A_TIME + ")");

            assertThat(drain.drain()).isFalse();
            other.rollback();
        }

        assertThat(queue.facts(1)).hasSize(1);
    }

    private void report(GatewayFact fact) {
        queue.report(Json.write(fact));
    }
}
