package congressbot.gateway;

import congressbot.gateway.bridge.Alarm;
import congressbot.wire.queue.ConversationQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/// The queue with a limit on the whole wait: for a connection, for the answer, and for repetitions after a lost
/// connection, of which a restart of Redis leaves many. Every operation of the gateway may be repeated.
final class PatientQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PatientQueue.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_PAUSE = Duration.ofMillis(200);

    /// What is not recorded by then is lost with the process.
    private static final Duration LAST_TRIES = Duration.ofSeconds(3);

    private final ConversationQueue queue;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("queue-", 0).factory());

    private final Alarm alarm;

    PatientQueue(ConversationQueue queue, Alarm alarm) {
        this.queue = queue;
        this.alarm = alarm;
    }

    /// The answer; or empty when Redis refused or did not answer in time, where it may have happened all the same.
    <T> Optional<T> ask(Duration atMost, Function<ConversationQueue, T> operation) {
        long end = System.nanoTime() + atMost.toNanos();
        Future<T> answer = threads.submit(() -> repeat(operation, end));
        try {
            return Optional.of(answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            answer.cancel(true);
            alarm.raise("Redis does not answer");
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JedisException reason) {
                alarm.raise(reason instanceof JedisDataException ? "Redis refuses" : "Redis does not answer");
                return Optional.empty();
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Repeats until Redis answers, however long it takes; ends without an answer when the gateway stops.
    <T> CompletableFuture<T> insist(Function<ConversationQueue, T> operation) {
        return CompletableFuture.supplyAsync(
                () -> {
                    while (true) {
                        try {
                            return operation.apply(queue);
                        } catch (JedisException e) {
                            pause(e, LONG_PAUSE);
                        }
                    }
                },
                threads);
    }

    /// Gives what is insisted on a last chance.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atError().log("Redis does not answer, and sends stay unrecorded");
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            threads.shutdownNow();
        }
    }

    private <T> T repeat(Function<ConversationQueue, T> operation, long end) {
        while (true) {
            try {
                return operation.apply(queue);
            } catch (JedisException e) {
                boolean refused = e instanceof JedisDataException;
                if (refused || System.nanoTime() - end > 0) {
                    throw e;
                }
                pause(e, PAUSE);
            }
        }
    }

    private static void pause(JedisException reason, Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
