package congressbot.dev.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void of_a_hundred_times_each_percentile_is_one_of_them() {
        List<Duration> times = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> Duration.ofMillis(101 - i))
                .toList();

        assertThat(Percentiles.of(times)).isEqualTo(percentiles(50, 95, 99, 100));
    }

    @Test
    void a_single_time_is_all_of_them() {
        assertThat(Percentiles.of(List.of(Duration.ofMillis(7)))).isEqualTo(percentiles(7, 7, 7, 7));
    }

    @Test
    void ranks_are_rounded_up() {
        List<Duration> times = List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3));

        assertThat(Percentiles.of(times)).isEqualTo(percentiles(2, 3, 3, 3));
    }

    private static Percentiles percentiles(long p50, long p95, long p99, long max) {
        return new Percentiles(
                Duration.ofMillis(p50), Duration.ofMillis(p95), Duration.ofMillis(p99), Duration.ofMillis(max));
    }
}
