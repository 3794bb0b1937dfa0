package congressbot.dev.faults;

import congressbot.dev.process.Pause;
import congressbot.wire.queue.Oracle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// Looks at the queue ten times a second, from its start to its close.
final class Watch implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Oracle oracle;
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Sideline sideline;

    Watch(UnifiedJedis redis) {
        this.oracle = new Oracle(redis);
        this.sideline = new Sideline("watch", this::look);
    }

    int looks() {
        return looks.get();
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    /// What it stumbled over, or that it looked too seldom for what it saw to mean anything.
    Optional<String> problem(Duration took) {
        return sideline.problem()
                .or(() -> looks() < took.toSeconds()
                        ? Optional.of("the queue was looked at only " + looks() + " times")
                        : Optional.empty());
    }

    @Override
    public void close() {
        sideline.close();
    }

    private boolean look() throws InterruptedException {
        Pause.of(BETWEEN);
        try {
            violations.addAll(oracle.look().violations());
            looks.incrementAndGet();
        } catch (JedisException _) {
            // Redis is down just now: that is what the trial is about.
        }
        return true;
    }
}
