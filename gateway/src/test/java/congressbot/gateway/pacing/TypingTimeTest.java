package congressbot.gateway.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingTimeTest {
    private static final TypingTime NORMAL = TypingTime.normal();

    @ParameterizedTest
    @CsvSource({
        // characters, luck, ms that "typing…" has stood there, ms that are left
        "1, 0.5, 0, 1000",
        "1, 0.5, 1000, 0",
        "50, 0.0, 0, 1500",
        "50, 1.0, 0, 2500",
        "60, 0.5, 1700, 700",
        "100, 0.5, 0, 3000",
        "100, 0.5, 1700, 2300",
        "150, 0.5, 1700, 3000",
        "4096, 1.0, 0, 3000",
        "4096, 1.0, 1700, 3000",
        "4096, 1.0, 4000, 2000",
        "4096, 1.0, 6000, 0",
        "4096, 1.0, 3600000, 0",
    })
    void what_is_left_of_the_time_that_a_text_takes_is_waited_and_three_seconds_at_most(
            int characters, double luck, long shownMs, long leftMs) {
        Duration left = NORMAL.left("x".repeat(characters), luck, Duration.ofMillis(shownMs));

        assertThat(left).isEqualTo(Duration.ofMillis(leftMs));
    }

    @Test
    void where_nobody_types_nobody_waits() {
        assertThat(TypingTime.NONE.left("x".repeat(4_096), 0.5, Duration.ZERO)).isZero();
    }

    @Test
    void a_clock_that_was_set_back_costs_no_more_than_the_longest_wait() {
        assertThat(NORMAL.left("x", 0.5, Duration.ofDays(-1))).isEqualTo(Duration.ofSeconds(3));
    }
}
