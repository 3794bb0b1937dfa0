package congressbot.wire.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZAddParams;

/// A queue on an emptied Redis, with leases and pauses that end when the test says so. Conversations and messages go
/// by short names: `ana` is `gowa:55:ana` on the wire.
final class TestQueue implements AutoCloseable {
    static final QueueLimits LIMITS = new QueueLimits(20_000, Duration.ofSeconds(30), 10, Duration.ZERO);

    private static final ChannelName GOWA = new ChannelName("gowa");
    private static final String ACCOUNT = "55";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final UnifiedJedis redis;
    final ConversationQueue queue;

    TestQueue() {
        this(LIMITS);
    }

    TestQueue(QueueLimits limits) {
        this(TestRedis.emptied(), limits);
    }

    TestQueue(UnifiedJedis redis, QueueLimits limits) {
        this.redis = redis;
        this.queue = new ConversationQueue(redis, limits);
    }

    @Override
    public void close() {
        redis.close();
    }

    void enqueue(String conversation, String... ids) {
        List<String> envelopes =
                Arrays.stream(ids).map(id -> envelope(conversation, id)).toList();
        if (queue.enqueue(envelopes) != Enqueued.ACCEPTED) {
            throw new AssertionError("the queue is busy");
        }
    }

    /// A new claim; fails when nothing is ready.
    Claim claim() {
        return switch (queue.claim(ClaimId.fresh(), false)) {
            case Claim claim -> claim;
            case Claimed.Idle _ -> throw new AssertionError("nothing is ready");
        };
    }

    /// Asks until a conversation is ready by itself.
    Claim awaitClaim() {
        return (Claim) Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> queue.claim(ClaimId.fresh(), false), Claim.class::isInstance);
    }

    boolean idle() {
        return queue.claim(ClaimId.fresh(), false) instanceof Claimed.Idle;
    }

    /// Finishes messages and takes no further claim.
    int finish(Claim claim, String... ids) {
        return queue.complete(claim, wire(ids), Optional.empty(), false).removed();
    }

    /// The owner of the conversation is taken for dead by the next claim.
    void endLease(String conversation) {
        redis.zadd("conv:active", 1, wire(conversation), ZAddParams.zAddParams().xx());
    }

    void endPause(String conversation) {
        redis.zadd("conv:due", 1, wire(conversation), ZAddParams.zAddParams().xx());
    }

    /// The short names of a claim's messages.
    static List<String> ids(Claim claim) {
        return claim.envelopes().stream().map(TestQueue::id).toList();
    }

    static String wire(String name) {
        return GOWA + ":" + ACCOUNT + ":" + name;
    }

    static List<String> wire(String... names) {
        return Arrays.stream(names).map(TestQueue::wire).toList();
    }

    static String envelope(String conversation, String id) {
        return Json.write(new IncomingMessage(
                IncomingMessage.VERSION,
                GOWA,
                ACCOUNT,
                new ConversationId(GOWA, ACCOUNT, conversation),
                conversation,
                List.of(),
                new MessageId(GOWA, ACCOUNT, id),
                new Content.Text("oi"),
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON,
                "r-1"));
    }

    private static String id(String envelope) {
        try {
            return Json.read(envelope, IncomingMessage.class).id().providerId();
        } catch (JsonProcessingException e) {
            throw new AssertionError("not an envelope", e);
        }
    }
}
