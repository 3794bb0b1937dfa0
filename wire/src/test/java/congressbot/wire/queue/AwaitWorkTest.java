package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
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
        Duration elapsed = elapsed(() -> test.queue.awaitWork(Duration.ofMillis(50)));

        assertThat(elapsed).isGreaterThan(Duration.ofMillis(40));
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

    /// The best of some tries, for this machine may be busy.
    @Test
    void it_ends_at_once_when_a_message_is_there() {
        test.enqueue("ana", "1");

        Duration best = LongStream.range(0, 10)
                .mapToObj(_ -> elapsed(() -> test.queue.awaitWork(ConversationQueue.LONGEST_WAIT)))
                .min(Duration::compareTo)
                .orElseThrow();

        assertThat(best).isLessThan(Duration.ofMillis(100));
    }

    private static Duration elapsed(Runnable wait) {
        long start = System.nanoTime();
        wait.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
