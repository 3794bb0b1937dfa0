package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompleteTest {
    private final TestQueue test = new TestQueue();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void finished_messages_leave_the_queue() {
        test.enqueue("ana", "1", "2", "3");

        int removed = test.finish(test.claim(), "1", "2");

        assertThat(removed).isEqualTo(2);
        assertThat(test.queue.waiting()).isEqualTo(1);
        assertThat(TestQueue.ids(test.claim())).containsExactly("3");
    }

    @Test
    void what_is_finished_is_marked_for_six_hours_and_its_attempts_are_forgotten() {
        test.enqueue("ana", "1");

        test.finish(test.claim(), "1");

        assertThat(test.redis.ttl("dedupe:msg:" + TestQueue.wire("1"))).isBetween(21_590L, 21_600L);
        assertThat(test.redis.exists("attempt:msg:" + TestQueue.wire("1"))).isFalse();
    }

    @Test
    void the_rest_of_a_claim_queues_up_behind_the_others() {
        test.enqueue("ana", "1", "2");
        test.enqueue("bia", "3");

        test.finish(test.claim(), "1");

        assertThat(TestQueue.ids(test.claim())).containsExactly("3");
        assertThat(TestQueue.ids(test.claim())).containsExactly("2");
    }

    @Test
    void nothing_finished_gives_the_claim_back_as_it_was() {
        test.enqueue("ana", "1");

        int removed = test.finish(test.claim());

        assertThat(removed).isZero();
        assertThat(TestQueue.ids(test.claim())).containsExactly("1");
    }

    @Test
    void the_next_claim_comes_in_the_same_answer() {
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        ClaimId next = ClaimId.fresh();

        Completed completed = test.queue.complete(test.claim(), List.of(TestQueue.wire("1")), Optional.of(next), false);

        Claim bia = new Claim(TestQueue.wire("bia"), next, 1, List.of(TestQueue.envelope("bia", "2")));
        assertThat(completed).isEqualTo(new Completed(1, Optional.of(bia)));
    }

    @Test
    void there_is_no_next_claim_when_nothing_is_ready() {
        test.enqueue("ana", "1");

        Completed completed =
                test.queue.complete(test.claim(), List.of(TestQueue.wire("1")), Optional.of(ClaimId.fresh()), false);

        assertThat(completed).isEqualTo(new Completed(1, Optional.empty()));
    }

    @Test
    void no_next_claim_is_taken_when_none_is_asked_for() {
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");

        Completed completed = test.queue.complete(test.claim(), List.of(TestQueue.wire("1")), Optional.empty(), false);

        assertThat(completed).isEqualTo(new Completed(1, Optional.empty()));
        assertThat(TestQueue.ids(test.claim())).containsExactly("2");
    }

    @Test
    void a_repetition_removes_nothing_and_finds_the_same_next_claim() {
        test.enqueue("ana", "1");
        test.enqueue("ana", "2");
        test.enqueue("bia", "3");
        Claim ana = test.claim();
        ClaimId next = ClaimId.fresh();
        Completed lost = test.queue.complete(ana, TestQueue.wire("1", "2"), Optional.of(next), false);

        Completed repeated = test.queue.complete(ana, TestQueue.wire("1", "2"), Optional.of(next), true);

        assertThat(lost.removed()).isEqualTo(2);
        assertThat(repeated).isEqualTo(new Completed(0, lost.next()));
    }

    @Test
    void a_lost_claim_removes_nothing_but_the_next_one_is_taken() {
        test.enqueue("ana", "1");
        Claim lost = test.claim();
        test.endLease("ana");
        Claim owner = test.claim();
        test.enqueue("bia", "2");

        Completed completed =
                test.queue.complete(lost, List.of(TestQueue.wire("1")), Optional.of(ClaimId.fresh()), false);

        assertThat(completed.removed()).isZero();
        assertThat(completed.next().map(TestQueue::ids)).contains(List.of("2"));
        assertThat(test.finish(owner, "1")).isEqualTo(1);
    }

    @Test
    void only_heads_are_removed() {
        test.enqueue("ana", "1", "2", "3");

        int removed = test.finish(test.claim(), "1", "3");

        assertThat(removed).isEqualTo(1);
        assertThat(TestQueue.ids(test.claim())).containsExactly("2", "3");
    }

    @Test
    void a_message_that_arrives_meanwhile_is_in_the_next_claim() {
        test.enqueue("ana", "1");
        Claim claim = test.claim();
        test.enqueue("ana", "2");
        boolean idle = test.idle();

        Completed completed =
                test.queue.complete(claim, List.of(TestQueue.wire("1")), Optional.of(ClaimId.fresh()), false);

        assertThat(idle).isTrue();
        assertThat(completed.next().map(TestQueue::ids)).contains(List.of("2"));
    }

    @Test
    void the_settle_window_holds_for_the_next_claim_too() {
        TestQueue settling = new TestQueue(new QueueLimits(100, Duration.ofSeconds(30), 10, Duration.ofSeconds(5)));
        settling.enqueue("ana", "1");
        settling.idle();
        settling.endPause("ana");
        Claim claim = settling.claim();
        settling.enqueue("bia", "2");

        Completed completed =
                settling.queue.complete(claim, List.of(TestQueue.wire("1")), Optional.of(ClaimId.fresh()), false);

        assertThat(completed).isEqualTo(new Completed(1, Optional.empty()));
        settling.close();
    }
}
