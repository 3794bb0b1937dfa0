package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AwaitWorkTest {
    private final TestQueue test = new TestQueue();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void it_ends_when_nothing_arrives() {
        long start = System.nanoTime();

        test.queue.awaitWork(Duration.ofMillis(50));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(40));
    }

    @Test
    void zero_is_not_for_ever() {
        test.queue.awaitWork(Duration.ZERO);

        assertThat(test.queue.waiting()).isZero();
    }

    @Test
    void it_leaves_the_messages_as_they_are() {
        test.enqueue("ana", "1", "2");

        test.queue.awaitWork(Duration.ofMillis(200));

        assertThat(TestQueue.ids(test.claim())).containsExactly("1", "2");
    }

    @Test
    void an_arrival_ends_it() throws Exception {
        CompletableFuture<Void> waiter = CompletableFuture.runAsync(() -> {
            while (test.queue.waiting() == 0) {
                test.queue.awaitWork(Duration.ofMillis(200));
            }
        });

        test.enqueue("ana", "1");

        waiter.get(5, TimeUnit.SECONDS);
        assertThat(test.idle()).isFalse();
    }
}
