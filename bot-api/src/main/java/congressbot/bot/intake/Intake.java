package congressbot.bot.intake;

import congressbot.wire.http.Body;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `intake`: accepted messages that may not be processed yet.
public final class Intake {
    private final Jdbi jdbi;

    public Intake(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// One that was accepted.
    ///
    /// @param envelope the message as the queue holds it
    record Accepted(String congress, IncomingMessage message, String envelope) {}

    /// One that is not in the inbox.
    ///
    /// @param id as the queue knows it
    /// @param overtaken whether a younger one of its conversation was processed
    record Waiting(long seq, String id, String conversation, String envelope, boolean overtaken) {}

    /// Stores what one webhook brought, in its order. A repetition changes nothing.
    ///
    /// @param raw the webhook's body
    void keep(List<Accepted> messages, Body raw) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO intake (congress_id, channel, account, message_id, conversation, envelope, raw, received_at)
                    VALUES (:congress, :channel, :account, :id, :conversation, :envelope, :raw, :at)
                    ON CONFLICT DO NOTHING
                    """);
            for (Accepted accepted : messages) {
                IncomingMessage message = accepted.message();
                batch.bind("congress", accepted.congress())
                        .bind("channel", message.channel().value())
                        .bind("account", message.account())
                        .bind("id", message.id().providerId())
                        .bind("conversation", message.conversation().value())
                        .bind("envelope", accepted.envelope())
                        .bind("raw", raw.bytes())
                        .bind("at", message.receivedAt())
                        .add();
            }
            batch.execute();
        });
    }

    /// Those that are not processed, in the order in which they were accepted.
    ///
    /// @param before what was received later is left out
    /// @param after of the one that was seen last; 0 for all
    List<Waiting> waiting(Instant before, long after, int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT seq, channel || ':' || account || ':' || message_id AS id, conversation, envelope,
                               EXISTS (SELECT FROM contact_aliases a
                                       JOIN conversations c USING (congress_id, channel, contact_id)
                                       WHERE a.congress_id = w.congress_id AND a.channel = w.channel
                                         AND a.alias = substr(w.conversation, length(w.channel || w.account) + 3)
                                         AND c.account = w.account AND c.last_seen_at > w.received_at) AS overtaken
                        FROM intake w
                        WHERE seq > :after AND received_at < :before
                          AND NOT EXISTS (SELECT FROM inbox i
                                          WHERE i.channel = w.channel AND i.account = w.account
                                            AND i.message_id = w.message_id)
                        ORDER BY seq LIMIT :most
                        """)
                .bind("before", before)
                .bind("after", after)
                .bind("most", atMost)
                .map((row, _) -> new Waiting(
                        row.getLong("seq"),
                        row.getString("id"),
                        row.getString("conversation"),
                        row.getString("envelope"),
                        row.getBoolean("overtaken")))
                .list());
    }

    /// Deletes a batch of what the inbox has.
    ///
    /// @return how many were deleted
    int forgetProcessed(int atMost) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                        DELETE FROM intake WHERE seq IN (
                            SELECT seq FROM intake JOIN inbox USING (channel, account, message_id) LIMIT :most)
                        """).bind("most", atMost).execute());
    }

    /// Deletes a batch of what is too old to have an effect.
    ///
    /// @return how many were deleted
    public int forget(Instant before, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM intake WHERE seq IN (SELECT seq FROM intake WHERE received_at < :before LIMIT :most)
                        """)
                .bind("before", before)
                .bind("most", atMost)
                .execute());
    }

    /// Deletes what one person wrote: her address is the queue's key or among those of the message.
    public static void erase(Handle handle, long conversation) {
        handle.createUpdate("""
                        DELETE FROM intake w USING conversations c JOIN contact_aliases a USING (contact_id)
                        WHERE c.id = :conversation
                          AND w.channel = c.channel AND w.account = c.account
                          AND (w.conversation = c.channel || ':' || c.account || ':' || a.alias
                               OR w.envelope::json ->> 'replyTo' = a.alias
                               OR strpos(w.envelope::json ->> 'aliases', to_json(a.alias)::text) > 0)
                        """).bind("conversation", conversation).execute();
    }
}
