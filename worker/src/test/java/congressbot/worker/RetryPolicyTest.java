package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.worker.Outcome.Cause;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    private final RetryPolicy policy = RetryPolicy.NORMAL;

    @ParameterizedTest
    @CsvSource({"1, 400", "2, 800", "5, 6400", "8, 51200", "9, 60000", "1000000, 60000"})
    void the_pause_of_a_message_at_fault_doubles_up_to_a_minute(int attempt, long millis) {
        Duration longest = policy.pause(Cause.FAILURE, attempt, 1);
        Duration shortest = policy.pause(Cause.FAILURE, attempt, 0);

        assertThat(longest).isEqualTo(Duration.ofMillis(millis));
        assertThat(shortest).isEqualTo(Duration.ofMillis(millis / 2));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"BOT_DOWN", "REPLY_IN_FLIGHT", "TURNED_AWAY"})
    void when_a_neighbour_is_to_blame_the_pause_is_short_however_often(Cause cause) {
        assertThat(policy.pause(cause, 1, 0)).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.pause(cause, 5, 1)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void what_is_released_at_the_end_comes_at_once() {
        assertThat(policy.pause(Cause.STOPPING, 3, 1)).isZero();
    }

    @Test
    void the_sixth_claim_is_one_too_many() {
        assertThat(IntStream.rangeClosed(1, 7).filter(RetryPolicy::exhausted)).containsExactly(6, 7);
    }

    @Test
    void the_third_to_fifth_claim_is_a_suspects() {
        assertThat(IntStream.rangeClosed(1, 7).filter(RetryPolicy::suspect)).containsExactly(3, 4, 5);
    }

    @Test
    void a_pause_is_never_nothing() {
        Duration minute = Duration.ofMinutes(1);

        assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, minute)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(minute, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
