package congressbot.dev.faults;

import congressbot.dev.house.House;
import java.io.IOException;
import redis.clients.jedis.UnifiedJedis;

/// What a gateway that is dead had begun to send, and of which nobody knows whether the bridge has it.
///
/// @param notes where their number is kept
record Unmarked(House house, Story.Notes notes) {
    /// While no gateway lives.
    void count() throws IOException {
        try (UnifiedJedis redis = house.openRedis(1)) {
            notes.leaveUnmarked((int) redis.keys("sent:*").stream()
                    .map(redis::get)
                    .filter(mark -> mark != null && mark.startsWith("inflight:"))
                    .count());
        }
    }
}
