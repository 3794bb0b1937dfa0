package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RescueTest {
    private static final QueueLimits ROOM_FOR_THREE = new QueueLimits(3, Duration.ofSeconds(30), 10, Duration.ZERO);
    private static final List<String> ANAS = List.of(TestQueue.envelope("ana", "1"), TestQueue.envelope("ana", "2"));

    private final TestQueue test = new TestQueue(ROOM_FOR_THREE);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void messages_of_which_nothing_is_left_come_back_in_their_order() {
        int rescued = test.queue.rescue(ANAS);

        assertThat(rescued).isEqualTo(2);
        assertThat(test.queue.waiting()).isEqualTo(2);
        assertThat(TestQueue.ids(test.claim())).containsExactly("1", "2");
    }

    @Test
    void a_conversation_that_has_a_queue_is_left_alone() {
        test.enqueue("ana", "1");
        test.claim();

        int rescued = test.queue.rescue(List.of(ANAS.getLast(), TestQueue.envelope("bia", "3")));

        assertThat(rescued).isEqualTo(1);
        assertThat(TestQueue.ids(test.claim())).containsExactly("3");
    }

    @Test
    void while_something_waits_to_be_sorted_nothing_comes_back() {
        test.enqueue("bia", "3");

        assertThat(test.queue.rescue(ANAS)).isZero();
        assertThat(test.queue.waiting()).isEqualTo(1);
    }

    @Test
    void at_the_limit_nothing_comes_back() {
        test.enqueue("bia", "3", "4", "5");
        test.claim();

        assertThat(test.queue.rescue(ANAS)).isZero();
        assertThat(test.queue.waiting()).isEqualTo(3);
    }

    @Test
    void nothing_is_rescued_from_nothing() {
        assertThat(test.queue.rescue(List.of())).isZero();
        assertThat(test.queue.waiting()).isZero();
    }
}
