package congressbot.worker;

import congressbot.wire.bot.TurnRequest;
import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisAddress;
import java.net.URI;
import java.time.Duration;

/// What the worker can be told.
///
/// @param port of its own health and metrics; 0 for a free one
/// @param concurrency conversations in hand at once
public record WorkerSettings(
        int port,
        RedisAddress redis,
        Secret apiKey,
        URI bot,
        URI gateway,
        int concurrency,
        QueueLimits queue,
        Patience patience) {
    private static final int MAX_CONCURRENCY = 1_000;

    /// A lease is renewed three times in its life; below this, one slow answer of Redis would lose it.
    private static final Duration SHORTEST_LEASE = Duration.ofMillis(300);

    private static final Duration LONGEST_LEASE = Duration.ofSeconds(30);
    private static final Duration LONGEST_SETTLE = Duration.ofSeconds(5);

    public static WorkerSettings from(Env env) {
        return new WorkerSettings(
                env.port(Variable.WORKER_PORT, 8082),
                RedisAddress.from(env),
                env.secret(Variable.BOT_API_KEY),
                env.uri(Variable.BOT_URL, "http://127.0.0.1:8080"),
                env.uri(Variable.GATEWAY_URL, "http://127.0.0.1:8081"),
                env.number(Variable.QUEUE_CONCURRENCY, 64, 1, MAX_CONCURRENCY),
                queue(env),
                Patience.NORMAL);
    }

    private static QueueLimits queue(Env env) {
        QueueLimits normal = QueueLimits.defaults();
        return new QueueLimits(
                normal.maxWaiting(), // the gateway's limit; nothing is put in here
                lease(env, normal.lease()),
                TurnRequest.MAX_MESSAGES,
                env.duration(Variable.SETTLE_WINDOW, normal.settle(), Duration.ZERO, LONGEST_SETTLE));
    }

    private static Duration lease(Env env, Duration normal) {
        Duration lease = env.duration(Variable.QUEUE_LEASE, normal, Duration.ofSeconds(1), LONGEST_LEASE);
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            env.problem(Variable.QUEUE_LEASE, "a duration from " + SHORTEST_LEASE + " to " + LONGEST_LEASE);
            return normal;
        }
        return lease;
    }
}
