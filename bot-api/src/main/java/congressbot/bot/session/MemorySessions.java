package congressbot.bot.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import congressbot.bot.conversation.Snapshot;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sessions in this process, for as long as Redis is away.
public final class MemorySessions implements SessionStore {
    /// Conversations kept; about 1 KiB each.
    private static final int MAX_SESSIONS = 10_000;

    private final Cache<ConversationId, Snapshot> sessions;

    public MemorySessions(Duration ttl) {
        sessions = Caffeine.newBuilder()
                .maximumSize(MAX_SESSIONS)
                .expireAfterWrite(ttl)
                .build();
    }

    @Override
    public Optional<Snapshot> find(ConversationId conversation) {
        return Optional.ofNullable(sessions.getIfPresent(conversation));
    }

    @Override
    public void keep(ConversationId conversation, Snapshot snapshot) {
        sessions.asMap().merge(conversation, snapshot, (old, young) -> young.version() > old.version() ? young : old);
    }

    @Override
    public void forget(ConversationId conversation) {
        sessions.invalidate(conversation);
    }

    /// Nothing of it is kept here.
    @Override
    public void forgetHeard(List<MessageId> messages) {}
}
