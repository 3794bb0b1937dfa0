package congressbot.bot.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import congressbot.bot.conversation.Snapshot;
import congressbot.wire.message.ConversationId;
import java.time.Duration;
import java.util.Optional;

/// The last known snapshots of the conversations that are under way, in this process. It may forget,
/// and it never brings an older version back over a newer one. What it does not hold is read from
/// PostgreSQL; whether what it holds is still true, the statement that stores a turn finds out.
public final class SnapshotCache {
    /// About 1 KiB each.
    private static final int MOST = 10_000;

    /// About as long as people need for the next message. What changes in another process, a takeover
    /// above all, is not seen before a turn is stored.
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Cache<ConversationId, Snapshot> snapshots = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .scheduler(Scheduler.systemScheduler())
            .build();

    public Optional<Snapshot> find(ConversationId conversation) {
        return Optional.ofNullable(snapshots.getIfPresent(conversation));
    }

    /// Keeps the snapshot unless a newer version is there.
    public void keep(ConversationId conversation, Snapshot snapshot) {
        snapshots.asMap().merge(conversation, snapshot, (old, young) -> young.version() > old.version() ? young : old);
    }

    /// Forgets what turned out to be out of date.
    public void forget(ConversationId conversation) {
        snapshots.invalidate(conversation);
    }
}
