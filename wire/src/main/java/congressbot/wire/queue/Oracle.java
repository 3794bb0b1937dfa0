package congressbot.wire.queue;

import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/// Looks at all keys of the queue and names what is not as it must be, see `oracle.lua`. It changes nothing; it takes
/// time in proportion to the keys, so it is for runs that try to break the queue, not for the house at work.
public final class Oracle {
    private final UnifiedJedis redis;
    private final String source;

    public Oracle(UnifiedJedis redis) {
        this.redis = redis;
        this.source = Scripts.resource("oracle.lua");
    }

    /// The queue at one moment.
    ///
    /// @param waiting accepted and unfinished messages
    /// @param violations of the invariants, a sentence each
    public record Look(long waiting, List<String> violations) {
        public Look {
            violations = List.copyOf(violations);
        }
    }

    public Look look() {
        List<?> answer = (List<?>) redis.eval(source, List.of(), List.of());
        return new Look(
                (Long) answer.getFirst(),
                answer.stream().skip(1).map(String::valueOf).toList());
    }
}
