package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import congressbot.worker.Outcome.Answered;
import congressbot.worker.Outcome.Delivery;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/// What a turn may do to the loop.
class ClaimLoopTest {
    private static final Duration LEASE = Duration.ofMillis(600);

    private final UnifiedJedis redis = TestRedis.emptied();
    private final ConversationQueue queue =
            new ConversationQueue(redis, new QueueLimits(100, LEASE, 10, Duration.ZERO));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Slots slots = new Slots(4);
    private final Leases leases = new Leases(queue, LEASE);
    private final LogCapture log = new LogCapture();

    @AfterEach
    void close() {
        slots.close();
        slots.awaitEmpty(Duration.ofSeconds(5));
        leases.close();
        redis.close();
        log.close();
    }

    @Test
    void whatever_a_turn_throws_parks_its_conversation_alone() {
        AtomicInteger deep = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        loop(batch -> {
            switch (batch.ids(1).getFirst()) {
                case "gowa:55:deep" -> {
                    if (deep.getAndIncrement() < 2) {
                        throw new StackOverflowError();
                    }
                }
                case "gowa:55:wrong" -> {
                    if (wrong.getAndIncrement() < 2) {
                        throw new IllegalStateException("CPF 529.982.247-25");
                    }
                }
                default -> {}
            }
            return new Answered(batch.ids(10), Delivery.NONE);
        });

        queue.enqueue(List.of(
                Messages.envelope("ana", "deep"), Messages.envelope("bia", "wrong"), Messages.envelope("caio", "1")));

        TestWorker.eventually(() -> assertThat(queue.waiting()).isZero());
        assertThat(log.turns())
                .filteredOn(line -> line.contains("reason=failure"))
                .hasSize(4);
        assertThat(log.turns())
                .filteredOn(line -> line.contains("outcome=answered attempt=3 "))
                .hasSize(2);
        assertThat(log.lines())
                .anyMatch(line -> line.contains("java.lang.StackOverflowError < congressbot.worker.ClaimLoopTest"))
                .noneMatch(line -> line.contains("529.982"));
    }

    @Test
    void turns_are_measured() {
        loop(batch -> new Answered(batch.ids(10), Delivery.SENT));

        queue.enqueue(List.of(Messages.envelope("ana", "1"), Messages.envelope("ana", "2")));

        TestWorker.eventually(() -> assertThat(queue.waiting()).isZero());
        assertThat(metrics.get("congressbot.worker.turns")
                        .tag("outcome", "answered")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(metrics.get("congressbot.worker.messages").counter().count()).isEqualTo(2);
        assertThat(metrics.get("congressbot.worker.replies")
                        .tag("delivery", "sent")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(metrics.get("congressbot.worker.queue.lag").timer().count()).isEqualTo(1);
    }

    private void loop(Function<Batch, Outcome> turn) {
        new ClaimLoop(
                        new PatientQueue(queue, TestWorker.SHORT.retry()),
                        slots,
                        leases,
                        new Journal(metrics, InstantSource.system()),
                        turn,
                        TestWorker.SHORT)
                .start();
    }
}
