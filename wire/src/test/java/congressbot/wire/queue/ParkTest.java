package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParkTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestQueue test = new TestQueue();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_parked_conversation_pauses_and_holds_up_nobody() {
        test.enqueue("ana", "1");
        Claim ana = test.claim();
        test.enqueue("bia", "2");

        boolean parked = test.queue.park(ana, HOUR, Blame.MESSAGE);

        assertThat(parked).isTrue();
        assertThat(TestQueue.ids(test.claim())).containsExactly("2");
        assertThat(test.idle()).isTrue();
    }

    @Test
    void it_comes_back_by_itself() {
        test.enqueue("ana", "1");
        test.queue.park(test.claim(), Duration.ofMillis(20), Blame.MESSAGE);

        Claim back = test.awaitClaim();

        assertThat(TestQueue.ids(back)).containsExactly("1");
    }

    @Test
    void the_attempt_stays_counted_when_the_message_is_to_blame() {
        test.enqueue("ana", "1");

        test.queue.park(test.claim(), Duration.ZERO, Blame.MESSAGE);

        assertThat(test.claim().attempt()).isEqualTo(2);
    }

    @Test
    void the_attempt_is_taken_back_when_a_neighbour_is_to_blame() {
        test.enqueue("ana", "1");

        test.queue.park(test.claim(), Duration.ZERO, Blame.NEIGHBOUR);

        assertThat(test.claim().attempt()).isEqualTo(1);
    }

    @Test
    void a_repetition_changes_nothing() {
        test.enqueue("ana", "1");
        Claim ana = test.claim();
        test.queue.park(ana, HOUR, Blame.NEIGHBOUR);

        boolean parkedAgain = test.queue.park(ana, Duration.ZERO, Blame.NEIGHBOUR);

        assertThat(parkedAgain).isFalse();
        assertThat(test.idle()).isTrue();
    }

    @Test
    void a_lost_claim_cannot_be_parked() {
        test.enqueue("ana", "1");
        Claim lost = test.claim();
        test.endLease("ana");
        Claim owner = test.claim();

        boolean parked = test.queue.park(lost, HOUR, Blame.NEIGHBOUR);

        assertThat(parked).isFalse();
        assertThat(test.finish(owner, "1")).isEqualTo(1);
    }

    @Test
    void a_message_that_arrives_during_the_pause_waits_too() {
        test.enqueue("ana", "1");
        test.queue.park(test.claim(), HOUR, Blame.NEIGHBOUR);
        test.enqueue("ana", "2");
        boolean idle = test.idle();
        test.endPause("ana");

        Claim back = test.claim();

        assertThat(idle).isTrue();
        assertThat(TestQueue.ids(back)).containsExactly("1", "2");
    }
}
