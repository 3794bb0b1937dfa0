package congressbot.dev.faults;

import java.util.Set;
import redis.clients.jedis.UnifiedJedis;

/// Makes the queue forget that it has finished a message, as it does by itself after some hours.
final class Forgetting {
    private final UnifiedJedis redis;

    Forgetting(UnifiedJedis redis) {
        this.redis = redis;
    }

    /// Forgets one.
    ///
    /// @param id as the bridge gives it
    /// @return whether it knew it
    boolean forget(String id) {
        Set<String> keys = redis.keys("dedupe:msg:*:" + id);
        keys.forEach(redis::del);
        return !keys.isEmpty();
    }
}
