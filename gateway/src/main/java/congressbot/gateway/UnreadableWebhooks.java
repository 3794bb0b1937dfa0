package congressbot.gateway;

import congressbot.wire.Json;
import congressbot.wire.message.ChannelName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/// Genuine webhooks that nobody understood, kept for an operator in the Redis list `gateway-unreadable`: the newest
/// first, the last 1,000, until none has come for seven days. They hold what people wrote; the logs do not.
final class UnreadableWebhooks {
    static final String LIST = "gateway-unreadable";

    private static final int KEPT = 1_000;
    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration EXPIRY = Duration.ofDays(7);

    private final UnifiedJedis redis;

    UnreadableWebhooks(UnifiedJedis redis) {
        this.redis = redis;
    }

    /// @param bytes of the whole body
    /// @param body its beginning; bytes that are no UTF-8 are replaced
    private record Entry(Instant at, ChannelName channel, String reason, int bytes, String body) {}

    /// Keeps one and forgets the oldest.
    ///
    /// @return how many are kept now
    long keep(ChannelName channel, String reason, byte[] body, Instant at) {
        String shown = new String(body, 0, Math.min(body.length, MAX_BYTES), StandardCharsets.UTF_8);
        String entry = Json.write(new Entry(at, channel, reason, body.length, shown));
        try (AbstractTransaction together = redis.multi()) {
            Response<Long> pushed = together.lpush(LIST, entry);
            together.ltrim(LIST, 0, KEPT - 1);
            together.expire(LIST, EXPIRY.toSeconds());
            together.exec();
            return Math.min(pushed.get(), KEPT);
        }
    }
}
