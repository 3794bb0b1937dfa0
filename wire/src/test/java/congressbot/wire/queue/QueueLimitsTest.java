package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueLimitsTest {
    @Test
    void the_defaults() {
        assertThat(QueueLimits.defaults())
                .isEqualTo(new QueueLimits(20_000, Duration.ofSeconds(3), 100, Duration.ofMillis(1_500)));
    }

    @ParameterizedTest
    @CsvSource({"1, PT0.001S, 1, PT0S", "20000, PT30S, 100, PT5S"})
    void the_bounds_are_allowed(int maxWaiting, Duration lease, int maxBatch, Duration settle) {
        QueueLimits limits = new QueueLimits(maxWaiting, lease, maxBatch, settle);

        assertThat(limits.maxBatch()).isEqualTo(maxBatch);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT3S, 10, PT0S",
        "1, PT0S, 10, PT0S",
        "1, PT0.0009S, 10, PT0S",
        "1, PT30.001S, 10, PT0S",
        "1, PT3S, 0, PT0S",
        "1, PT3S, 101, PT0S",
        "1, PT3S, 10, PT-0.001S",
        "1, PT3S, 10, PT5.001S"
    })
    void beyond_them_is_refused(int maxWaiting, Duration lease, int maxBatch, Duration settle) {
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueLimits(maxWaiting, lease, maxBatch, settle));
    }
}
