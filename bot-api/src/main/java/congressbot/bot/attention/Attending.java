package congressbot.bot.attention;

import congressbot.bot.account.AuditLog;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.session.SnapshotCache;
import congressbot.wire.queue.ConversationQueue;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/// Puts the parts of this package together.
///
/// @param takeovers chats pass from the bot to a person and back
/// @param words what is said and noted there
public record Attending(
        Takeovers takeovers,
        OrganiserWords words,
        CannedReplies cannedReplies,
        Alerts alerts,
        ChatList list,
        ChatReader reader) {
    /// What it is kept in.
    public record Stores(Jdbi jdbi, Outbox outbox, ConversationQueue queue, SnapshotCache snapshots, Alerts alerts) {}

    /// Everything over these stores.
    ///
    /// @param relay sends what is due at once; it may take its time
    public static Attending over(
            Stores stores, Receptions receptions, AuditLog auditLog, Runnable relay, InstantSource time) {
        Outbox outbox = stores.outbox();
        return new Attending(
                new Takeovers(
                        new Takeovers.Stores(stores.jdbi(), outbox, stores.queue(), stores.snapshots(), auditLog),
                        new Notices(receptions, outbox),
                        relay,
                        time),
                new OrganiserWords(stores.jdbi(), outbox, auditLog, relay, time),
                new CannedReplies(stores.jdbi(), auditLog),
                stores.alerts(),
                new ChatList(stores.jdbi(), time),
                new ChatReader(stores.jdbi()));
    }
}
