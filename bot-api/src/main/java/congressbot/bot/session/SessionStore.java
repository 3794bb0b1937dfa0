package congressbot.bot.session;

import congressbot.bot.conversation.Snapshot;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.MessageId;
import java.util.List;
import java.util.Optional;

/// The last known snapshots of conversations, kept for `SESSION_TTL`. A cache: it may forget, and it never brings an
/// older version back over a newer one. It never fails; what it cannot find is read from PostgreSQL.
public interface SessionStore {
    Optional<Snapshot> find(ConversationId conversation);

    /// Keeps the snapshot unless a newer version is there.
    void keep(ConversationId conversation, Snapshot snapshot);

    /// Forgets what turned out to be out of date.
    void forget(ConversationId conversation);

    /// Forgets what was heard of voice notes and kept for a repetition.
    void forgetHeard(List<MessageId> messages);
}
