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
    private final Thread thread;

    Watch(UnifiedJedis redis) {
        this.oracle = new Oracle(redis);
        this.thread = Thread.ofVirtual().name("watch").start(this::watch);
    }

    int looks() {
        return looks.get();
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    /// Whether it looked too seldom for what it saw to mean anything.
    Optional<String> problem(Duration took) {
        return looks() < took.toSeconds()
                ? Optional.of("the queue was looked at only " + looks() + " times")
                : Optional.empty();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (true) {
            try {
                Pause.of(BETWEEN);
                violations.addAll(oracle.look().violations());
                looks.incrementAndGet();
            } catch (InterruptedException _) {
                return;
            } catch (JedisException _) {
                // Redis is down just now: that is what the trial is about.
            }
        }
    }
}
