package congressbot.bot.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.number.Numbers;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.queue.ConversationQueue;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the gateway's facts from Redis into PostgreSQL: what was sent, delivered, read, refused.
/// Facts are removed from Redis after the commit; a repetition stores the same again, which changes
/// nothing.
public final class FactDrain {
    private static final Logger LOG = LoggerFactory.getLogger(FactDrain.class);
    private static final int BATCH = 200;

    /// Names our advisory lock among those of the database; any constant number would do.
    static final long ONE_AT_A_TIME = 0x6661637473L;

    private final Jdbi jdbi;
    private final ConversationQueue queue;
    private final Numbers numbers;
    private final Links links;

    /// @param numbers hears of our numbers
    /// @param links hears of people's
    public FactDrain(Jdbi jdbi, ConversationQueue queue, Numbers numbers, Links links) {
        this.jdbi = jdbi;
        this.queue = queue;
        this.numbers = numbers;
        this.links = links;
    }

    /// Makes one contact of two; safe to repeat.
    @FunctionalInterface
    public interface Links {
        void join(GatewayFact.Linked fact);
    }

    /// Stores one batch.
    ///
    /// @return whether there may be more
    public boolean drain() {
        List<String> stored = queue.facts(BATCH);
        List<GatewayFact> facts =
                stored.stream().flatMap(json -> read(json).stream()).toList();
        if (stored.isEmpty() || !store(facts)) {
            return false;
        }
        only(GatewayFact.Linked.class, facts).forEach(this::join);
        queue.drained(stored);
        return stored.size() == BATCH;
    }

    /// One that fails holds up no other fact. Nothing is lost by it: people go on showing their ids.
    private void join(GatewayFact.Linked link) {
        try {
            links.join(link);
        } catch (ConnectionException e) {
            throw e; // the same for all: the batch is repeated
        } catch (JdbiException e) {
            LOG.atWarn()
                    .addKeyValue("channel", link.channel())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("not joined, the next message that shows both will");
        }
    }

    /// @return false when another process is at it
    private boolean store(List<GatewayFact> facts) {
        return jdbi.inTransaction(handle -> {
            boolean mine = handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", ONE_AT_A_TIME)
                    .mapTo(Boolean.class)
                    .one();
            if (mine) {
                store(handle, facts);
            }
            return mine;
        });
    }

    /// In their order: a receipt comes after the fact that its message was sent.
    private void store(Handle handle, List<GatewayFact> facts) {
        storeSent(handle, only(GatewayFact.Sent.class, facts));
        for (GatewayFact fact : facts) {
            switch (fact) {
                case GatewayFact.Sent _ -> {
                    // Stored above, all at once.
                }
                case GatewayFact.Delivered delivered ->
                    storeReceipt(handle, delivered.messageIds(), "delivered", List.of("pending", "sent"));
                case GatewayFact.Read read ->
                    storeReceipt(handle, read.messageIds(), "read", List.of("pending", "sent", "delivered"));
                case GatewayFact.Failed failed -> storeFailed(handle, failed);
                case GatewayFact.SessionChanged changed -> {
                    LOG.atInfo()
                            .addKeyValue("channel", changed.channel())
                            .addKeyValue("state", changed.state())
                            .log("the link to WhatsApp changed");
                    numbers.note(handle, changed);
                }
                case GatewayFact.ReachLimited limited -> {
                    LOG.atWarn()
                            .addKeyValue("channel", limited.channel())
                            .addKeyValue("until", limited.until())
                            .log("WhatsApp lets a number write to nobody new, proactive messages wait");
                    numbers.note(handle, limited);
                }
                case GatewayFact.Linked _ -> {
                    // Each in a transaction of its own, once these are stored.
                }
            }
        }
    }

    /// Also of what nobody knew for a while: the gateway tells as soon as it can.
    private static void storeSent(Handle handle, List<GatewayFact.Sent> sent) {
        if (sent.isEmpty()) {
            return;
        }
        List<String> keys = sent.stream().map(GatewayFact.Sent::key).toList();
        List<String> ids = sent.stream().map(GatewayFact.Sent::messageId).toList();
        handle.createUpdate("""
                        UPDATE outbox SET status = 'sent', provider_message_id = fact.id, finished_at = fact.at::timestamptz
                        FROM unnest(:keys, :ids, :times) AS fact (key, id, at)
                        WHERE outbox.key = fact.key AND outbox.status IN ('pending', 'unknown')
                        """)
                .bindArray("keys", String.class, keys)
                .bindArray("ids", String.class, ids)
                .bindArray(
                        "times",
                        String.class,
                        sent.stream().map(fact -> fact.at().toString()).toList())
                .execute();
        // Whoever ended the outbox row, this process or the relay.
        handle.createUpdate("""
                        UPDATE messages SET delivery = 'sent', provider_message_id = fact.id
                        FROM unnest(:keys, :ids) AS fact (key, id) JOIN outbox ON outbox.key = fact.key
                        WHERE messages.conversation_id = outbox.conversation_id AND messages.turn_key = fact.key
                          AND messages.direction = 'out' AND messages.delivery = 'pending'
                        """)
                .bindArray("keys", String.class, keys)
                .bindArray("ids", String.class, ids)
                .execute();
    }

    /// Receipts come late and in any order: they only move a message forward.
    private static void storeReceipt(Handle handle, List<String> messageIds, String delivery, List<String> from) {
        handle.createUpdate("""
                        UPDATE messages SET delivery = :delivery
                        WHERE provider_message_id = ANY (:ids) AND direction = 'out' AND delivery = ANY (:from)
                        """)
                .bind("delivery", delivery)
                .bindArray("ids", String.class, messageIds)
                .bindArray("from", String.class, from)
                .execute();
    }

    private static void storeFailed(Handle handle, GatewayFact.Failed failed) {
        handle.createUpdate("""
                        UPDATE outbox SET status = 'refused', finished_at = :at WHERE key = :key AND status = 'pending'
                        """)
                .bind("at", failed.at())
                .bind("key", failed.key())
                .execute();
        handle.createUpdate("""
                        UPDATE messages SET delivery = 'failed' FROM outbox
                        WHERE outbox.key = :key AND messages.conversation_id = outbox.conversation_id
                          AND messages.turn_key = outbox.key AND messages.direction = 'out'
                          AND messages.delivery = 'pending'
                        """).bind("key", failed.key()).execute();
        LOG.atWarn().addKeyValue("reason", failed.reason()).log("the channel refused a reply");
    }

    private static <F extends GatewayFact> List<F> only(Class<F> kind, List<GatewayFact> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Optional<GatewayFact> read(String json) {
        try {
            return Optional.of(Json.read(json, GatewayFact.class));
        } catch (JsonProcessingException _) {
            LOG.warn("a fact of the gateway that this version cannot read is dropped");
            return Optional.empty();
        }
    }
}
