package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WithdrawTest {
    private static final Duration INFLIGHT = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofHours(24);

    private final TestQueue test = new TestQueue();
    private final ConversationQueue queue = test.queue;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void what_was_withdrawn_is_sent_by_nobody() {
        Withdrawal withdrawal = queue.withdraw("r:1", KEPT);

        assertThat(withdrawal).isEqualTo(new Withdrawal.Withdrawn());
        assertThat(queue.reserve("r:1", "a", INFLIGHT))
                .isEqualTo(new Reservation.AlreadySent(ConversationQueue.WITHDRAWN));
        assertThat(queue.facts(10)).isEmpty();
        assertThat(test.redis.pttl("sent:r:1")).isBetween(KEPT.toMillis() - 1_000, KEPT.toMillis());
    }

    @Test
    void a_repetition_is_answered_the_same() {
        queue.withdraw("r:1", KEPT);

        Withdrawal again = queue.withdraw("r:1", KEPT);

        assertThat(again).isEqualTo(new Withdrawal.Withdrawn());
    }

    @Test
    void what_is_being_sent_stays_with_its_sender() {
        queue.reserve("r:1", "a", INFLIGHT);

        Withdrawal withdrawal = queue.withdraw("r:1", KEPT);

        assertThat(withdrawal).isEqualTo(new Withdrawal.InFlight());
        assertThat(queue.sent("r:1", "3A5F", "{}")).isTrue();
        assertThat(queue.withdraw("r:1", KEPT)).isEqualTo(new Withdrawal.AlreadySent("3A5F"));
    }

    @Test
    void what_was_given_back_unsent_can_be_withdrawn() {
        queue.reserve("r:1", "a", INFLIGHT);
        queue.release("r:1", "a");

        Withdrawal withdrawal = queue.withdraw("r:1", KEPT);

        assertThat(withdrawal).isEqualTo(new Withdrawal.Withdrawn());
    }
}
