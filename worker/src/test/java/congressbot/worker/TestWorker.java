package congressbot.worker;

import static org.awaitility.Awaitility.await;

import congressbot.wire.bot.TurnRequest;
import congressbot.wire.process.Secret;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisAddress;
import congressbot.wire.testing.TestRedis;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ThrowingRunnable;
import redis.clients.jedis.UnifiedJedis;

/// A worker with short times between an emptied Redis and two fakes. It starts when the test says so.
final class TestWorker implements AutoCloseable {
    static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    static final Patience SHORT = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(40)));

    private static final Duration LEASE = Duration.ofMillis(600);
    private static final Duration SOON = Duration.ofSeconds(30);

    final FakeBot bot = new FakeBot();
    final FakeGateway gateway = new FakeGateway();
    final UnifiedJedis redis = TestRedis.emptied();
    final ConversationQueue queue = new ConversationQueue(redis, limits());
    final LogCapture log = new LogCapture();

    int concurrency = 8;
    Patience patience = SHORT;
    URI redisUri = TestRedis.uri();
    URI botUri = bot.uri();
    URI gatewayUri = gateway.uri();

    private final List<CountDownLatch> latches = new CopyOnWriteArrayList<>();
    private Optional<Worker> running = Optional.empty();

    Worker start() {
        Worker worker = Worker.start(new WorkerSettings(
                0, RedisAddress.at(redisUri), KEY, botUri, gatewayUri, concurrency, limits(), patience));
        running = Optional.of(worker);
        return worker;
    }

    void enqueue(String conversation, String... ids) {
        enqueueRaw(Arrays.stream(ids)
                .map(id -> Messages.envelope(conversation, id))
                .toArray(String[]::new));
    }

    void enqueueRaw(String... envelopes) {
        queue.enqueue(List.of(envelopes));
    }

    /// Lets the next claim of a message be the one after this many.
    void claimedBefore(String id, int times) {
        redis.set("attempt:msg:" + Messages.wire(id), String.valueOf(times));
    }

    /// Whether the queue knows the message as finished.
    boolean finished(String id) {
        return redis.exists("dedupe:msg:" + Messages.wire(id));
    }

    boolean claimed(String conversation) {
        return redis.zscore("conv:active", Messages.wire(conversation)) != null;
    }

    void awaitFinished(String... ids) {
        eventually(() -> {
            for (String id : ids) {
                if (!finished(id)) {
                    throw new AssertionError("not finished: " + id);
                }
            }
        });
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).untilAsserted(assertion);
    }

    static void staysTrue(Callable<Boolean> condition) {
        staysTrue(Duration.ofMillis(250), condition);
    }

    static void staysTrue(Duration so, Callable<Boolean> condition) {
        await().during(so).atMost(SOON).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    /// A gate that a fake's script waits at; the end of the test opens it.
    CountDownLatch gate() {
        CountDownLatch gate = new CountDownLatch(1);
        latches.add(gate);
        return gate;
    }

    static void pass(CountDownLatch gate) {
        try {
            if (!gate.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        latches.forEach(CountDownLatch::countDown);
        running.ifPresent(Worker::close);
        bot.close();
        gateway.close();
        redis.close();
        log.close();
    }

    static QueueLimits limits() {
        return new QueueLimits(20_000, LEASE, TurnRequest.MAX_MESSAGES, Duration.ZERO);
    }
}
