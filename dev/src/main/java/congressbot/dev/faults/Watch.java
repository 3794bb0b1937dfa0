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

/// Looks at the queue ten times a second, from its start to its close. A look walks over all keys, and Redis does
/// nothing else meanwhile: where there are very many, the looks are fewer.
final class Watch implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    /// Times as long as a look took Redis is left alone.
    private static final int PEACE = 9;

    private static final int SECONDS_A_LOOK = 10;

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
                .or(() -> looks() < took.toSeconds() / SECONDS_A_LOOK
                        ? Optional.of("the queue was looked at only " + looks() + " times")
                        : Optional.empty());
    }

    @Override
    public void close() {
        sideline.close();
    }

    private boolean look() throws InterruptedException {
        long began = System.nanoTime();
        Duration peace = BETWEEN;
        try {
            violations.addAll(oracle.look().violations());
            looks.incrementAndGet();
            Duration earned = Duration.ofNanos(System.nanoTime() - began).multipliedBy(PEACE);
            peace = earned.compareTo(BETWEEN) > 0 ? earned : BETWEEN;
        } catch (JedisException _) {
            // Redis is down just now: that is what the trial is about, and it is looked at as soon as it is back.
        }
        Pause.of(peace);
        return true;
    }
}
