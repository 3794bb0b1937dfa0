package congressbot.bot.conversation;

import congressbot.wire.gateway.SendCause;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/// The table `inbox`: the authority on whether a message took effect.
final class Inbox {
    private static final String PRIMARY_KEY = "inbox_pkey";

    private final Jdbi jdbi;

    Inbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A message that is known.
    ///
    /// @param conversation empty for a dead one of an unknown conversation
    /// @param dead it took no effect, and takes none unless a person replays it
    /// @param erased nobody can be told to be the one of this conversation any more: its ids were
    ///     forgotten
    record Known(String turn, OptionalLong conversation, boolean dead, boolean erased) {
        /// It belongs to somebody else's conversation. A repeated message finds a conversation that
        /// it had erased.
        boolean isForeignTo(Snapshot snapshot) {
            return conversation.isPresent() && !conversation.equals(snapshot.conversation()) && !erased;
        }
    }

    /// Part of a statement: `known` are the messages of a turn that took effect before, and those of
    /// which the caller does not know that they were changed or deleted before they came.
    static final String KNOWN = """
            known AS (
                SELECT message_id FROM inbox
                WHERE channel = :channel AND account = :account AND message_id = ANY (:ids)
                UNION ALL
                SELECT message_id FROM forestalled_messages
                WHERE conversation_id = :conversation AND channel = :channel AND account = :account
                  AND message_id = ANY (:ids) AND message_id <> ALL (:expected)
            )""";

    /// Part of a statement: notes the messages of a turn for the conversation `moved`, which then is
    /// `kept`. One that another conversation notes at the same moment fails the statement
    /// ([#isNotedMeanwhile]), before anything is written for what is `kept`.
    static final String NOTED = """
            taken AS (
                INSERT INTO inbox (congress_id, channel, account, message_id, conversation_id, turn_key, status)
                SELECT :congress, :channel, :account, fresh, moved.id, :turn, 'done' FROM moved, unnest(:ids) AS fresh
                RETURNING message_id
            ), kept AS (
                SELECT id FROM moved WHERE (SELECT count(*) FROM taken) = cardinality(:ids)
            )""";

    /// What [#KNOWN] and [#NOTED] want to know.
    ///
    /// @param ids to be noted
    static Query bind(Query query, Turn turn, List<MessageId> ids) {
        return query.bind("account", turn.first().account())
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(MessageId::providerId).toList())
                .bindArray("expected", String.class, turn.forestalled());
    }

    /// Whether this is the failure that [#NOTED] speaks of.
    static boolean isNotedMeanwhile(JdbiException e) {
        return e.getCause() instanceof PSQLException failure
                && PSQLState.UNIQUE_VIOLATION.getState().equals(failure.getSQLState())
                && Optional.ofNullable(failure.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .filter(PRIMARY_KEY::equals)
                        .isPresent();
    }

    /// Notes a message that takes no effect unless a person replays it.
    ///
    /// @return false when it was known: it may have had its effect
    boolean addDead(Handle handle, String congress, OptionalLong conversation, MessageId id) {
        return handle.createUpdate("""
                        INSERT INTO inbox (congress_id, channel, account, message_id, conversation_id, turn_key, status)
                        VALUES (:congress, :channel, :account, :id, :conversation, :turn, 'dead')
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("congress", congress)
                        .bind("channel", id.channel().value())
                        .bind("account", id.account())
                        .bind("id", id.providerId())
                        .bind("conversation", conversation.isPresent() ? (Long) conversation.getAsLong() : null)
                        .bind("turn", turnKey(id))
                        .execute()
                == 1;
    }

    /// Notes that a message which was given up takes effect after all. Only while no later message of
    /// the conversation took effect: one that came after it, or that was processed after it was given
    /// up. Its time stays what it was, so that a later letter of the same chat can still follow.
    ///
    /// @return false when it is not so: nothing was changed
    boolean revive(Handle handle, long conversation, String turn, IncomingMessage message) {
        return handle.createUpdate("""
                        UPDATE inbox dead SET status = 'done', conversation_id = :conversation, turn_key = :turn
                        WHERE dead.channel = :channel AND dead.account = :account AND dead.message_id = :id
                          AND dead.status = 'dead'
                          AND NOT EXISTS (SELECT FROM inbox later
                                          WHERE later.conversation_id = :conversation AND later.status = 'done'
                                            AND later.processed_at > dead.processed_at)
                          AND NOT EXISTS (SELECT FROM conversations c
                                          WHERE c.id = :conversation AND c.last_seen_at > :received)
                        """)
                        .bind("conversation", conversation)
                        .bind("turn", turn)
                        .bind("channel", message.channel().value())
                        .bind("account", message.account())
                        .bind("id", message.id().providerId())
                        .bind("received", message.receivedAt())
                        .execute()
                == 1;
    }

    /// Those of these messages, all of one account, that are known; by their id.
    Map<MessageId, Known> find(List<IncomingMessage> messages) {
        MessageId first = messages.getFirst().id();
        Map<MessageId, Known> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT message_id, turn_key, conversation_id, status,
                               NOT EXISTS (SELECT FROM conversations c JOIN contact_aliases a USING (contact_id)
                                           WHERE c.id = inbox.conversation_id) AS erased
                        FROM inbox
                        WHERE channel = :channel AND account = :account AND message_id = ANY (:ids)
                        """)
                .bind("channel", first.channel().value())
                .bind("account", first.account())
                .bindArray(
                        "ids",
                        String.class,
                        messages.stream()
                                .map(message -> message.id().providerId())
                                .toList())
                .map((row, _) -> {
                    long conversation = row.getLong("conversation_id");
                    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(conversation);
                    MessageId id = new MessageId(first.channel(), first.account(), row.getString("message_id"));
                    boolean dead = row.getString("status").equals("dead");
                    return found.put(id, new Known(row.getString("turn_key"), known, dead, row.getBoolean("erased")));
                })
                .list());
        return found;
    }

    /// The messages of one conversation that are known.
    List<MessageId> of(long conversation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT channel, account, message_id FROM inbox WHERE conversation_id = :conversation")
                .bind("conversation", conversation)
                .map((row, _) -> new MessageId(
                        new ChannelName(row.getString("channel")),
                        row.getString("account"),
                        row.getString("message_id")))
                .list());
    }

    /// Deletes a batch of what no channel will repeat any more.
    ///
    /// @return how many were deleted
    int forget(Instant before, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM inbox WHERE ctid IN (SELECT ctid FROM inbox WHERE processed_at < :before LIMIT :most)
                        """)
                .bind("before", before)
                .bind("most", atMost)
                .execute());
    }

    /// A turn is named by its first message.
    static String turnKey(MessageId first) {
        return SendCause.REPLY.key(first.value());
    }

    /// The turn of a message that was given up before.
    static String replayKey(MessageId message) {
        return turnKey(message) + ":replay";
    }
}
