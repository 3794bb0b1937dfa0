package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnqueueTest {
    private static final QueueLimits ROOM_FOR_TWO = new QueueLimits(2, Duration.ofSeconds(30), 10, Duration.ZERO);

    private final TestQueue test = new TestQueue(ROOM_FOR_TWO);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void accepted_messages_are_waiting() {
        Enqueued enqueued = test.queue.enqueue(List.of(TestQueue.envelope("ana", "1"), TestQueue.envelope("bia", "2")));

        assertThat(enqueued).isEqualTo(Enqueued.ACCEPTED);
        assertThat(test.queue.waiting()).isEqualTo(2);
    }

    @Test
    void at_the_limit_nothing_is_written() {
        test.enqueue("ana", "1", "2");

        Enqueued enqueued = test.queue.enqueue(List.of(TestQueue.envelope("bia", "3"), TestQueue.envelope("bia", "4")));

        assertThat(enqueued).isEqualTo(Enqueued.BUSY);
        assertThat(test.queue.waiting()).isEqualTo(2);
        assertThat(test.redis.llen("whatsapp-messages")).isEqualTo(2);
    }

    @Test
    void below_the_limit_a_webhook_is_accepted_whole() {
        test.enqueue("ana", "1");

        Enqueued enqueued = test.queue.enqueue(List.of(TestQueue.envelope("bia", "2"), TestQueue.envelope("bia", "3")));

        assertThat(enqueued).isEqualTo(Enqueued.ACCEPTED);
        assertThat(test.queue.waiting()).isEqualTo(3);
    }

    @Test
    void no_messages_are_accepted_even_at_the_limit() {
        test.enqueue("ana", "1", "2");

        Enqueued enqueued = test.queue.enqueue(List.of());

        assertThat(enqueued).isEqualTo(Enqueued.ACCEPTED);
        assertThat(test.queue.waiting()).isEqualTo(2);
    }

    @Test
    void finished_messages_make_room() {
        test.enqueue("ana", "1", "2");
        test.finish(test.claim(), "1");

        Enqueued enqueued = test.queue.enqueue(List.of(TestQueue.envelope("bia", "3")));

        assertThat(enqueued).isEqualTo(Enqueued.ACCEPTED);
    }

    @Test
    void behind_the_marker_nothing_is_accepted_until_it_stands() {
        List<String> envelopes = List.of(TestQueue.envelope("ana", "1"));

        Enqueued wiped = test.queue.enqueueBehindMarker(envelopes);
        test.queue.stake("a");
        Enqueued staked = test.queue.enqueueBehindMarker(envelopes);
        long refused = test.redis.llen("whatsapp-messages");
        test.queue.plant("a");
        Enqueued planted = test.queue.enqueueBehindMarker(envelopes);

        assertThat(wiped).isEqualTo(Enqueued.UNSAFE);
        assertThat(staked).isEqualTo(Enqueued.UNSAFE);
        assertThat(refused).isZero();
        assertThat(planted).isEqualTo(Enqueued.ACCEPTED);
        assertThat(test.queue.waiting()).isEqualTo(1);
    }

    @Test
    void what_comes_back_is_taken_without_a_marker_and_above_the_limit() {
        test.enqueue("ana", "1", "2");

        test.queue.bringBack(List.of(TestQueue.envelope("ana", "3")));

        assertThat(test.queue.waiting()).isEqualTo(3);
        assertThat(TestQueue.ids(test.claim())).containsExactly("1", "2", "3");
    }
}
