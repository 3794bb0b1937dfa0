package congressbot.wire.queue;

import java.util.Collection;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/// Looks at the keys of the queue after every step, see `oracle.lua`.
final class Oracle {
    private final UnifiedJedis redis;
    private final List<String> conversations;
    private final String sha1;

    Oracle(UnifiedJedis redis, Collection<String> conversations) {
        this.redis = redis;
        this.conversations = List.copyOf(conversations);
        this.sha1 = redis.scriptLoad(Scripts.resource("oracle.lua"));
    }

    /// The number of waiting messages.
    ///
    /// @throws AssertionError when an invariant is broken
    long check() {
        List<?> answer = (List<?>) redis.evalsha(sha1, List.of(), conversations);
        if (answer.size() > 1) {
            throw new AssertionError(answer.subList(1, answer.size()).toString());
        }
        return (Long) answer.getFirst();
    }
}
