package congressbot.gateway.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenBucketTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void at_first_all_tokens_are_there_and_then_they_come_back_one_by_one() {
        TokenBucket bucket = new TokenBucket(3, SECOND);
        IntStream.range(0, 3).forEach(_ -> bucket.take(NOON));

        assertThat(bucket.until(NOON, 0)).isEqualTo(SECOND);
        assertThat(bucket.until(NOON.plusMillis(400), 0)).isEqualTo(Duration.ofMillis(600));
        assertThat(bucket.until(NOON.plusSeconds(1), 0)).isZero();
    }

    @Test
    void who_has_to_leave_some_waits_until_there_are_more() {
        TokenBucket bucket = new TokenBucket(4, SECOND);

        Duration full = bucket.until(NOON, 2);
        IntStream.range(0, 2).forEach(_ -> bucket.take(NOON));

        assertThat(full).isZero();
        assertThat(bucket.until(NOON, 0)).isZero();
        assertThat(bucket.until(NOON, 2)).isEqualTo(SECOND);
    }

    @Test
    void it_never_holds_more_than_it_can() {
        TokenBucket bucket = new TokenBucket(2, SECOND);
        Instant muchLater = NOON.plus(Duration.ofDays(9));
        bucket.take(NOON);
        IntStream.range(0, 2).forEach(_ -> bucket.take(muchLater));

        assertThat(bucket.until(muchLater, 0)).isEqualTo(SECOND);
    }

    @Test
    void a_clock_that_is_set_back_costs_no_more_than_an_empty_bucket() {
        TokenBucket bucket = new TokenBucket(5, SECOND);
        bucket.take(NOON);

        Duration wait = bucket.until(NOON.minus(Duration.ofDays(30)), 0);

        assertThat(wait).isEqualTo(SECOND);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "-1, 1000", "1, 0", "1, -1"})
    void a_bucket_that_never_gives_anything_is_refused(int capacity, long intervalMillis) {
        assertThatThrownBy(() -> new TokenBucket(capacity, Duration.ofMillis(intervalMillis)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /// Whoever takes only what may be taken never takes more than the capacity and what came back meanwhile, in any
    /// stretch of time; and who waits as long as he is told may take.
    @ParameterizedTest
    @MethodSource("seeds")
    void no_stretch_of_time_sees_more_than_the_rate(int seed) {
        Random random = new Random(seed);
        int capacity = 1 + random.nextInt(20);
        Duration interval = Duration.ofMillis(1 + random.nextInt(500));
        TokenBucket bucket = new TokenBucket(capacity, interval);
        List<Instant> taken = new ArrayList<>();
        Instant now = NOON;

        for (int step = 0; step < 600; step++) {
            Duration wait = bucket.until(now, 0);
            now = random.nextInt(3) == 0 ? now.plus(wait) : now.plusMillis(random.nextInt(400));
            if (bucket.until(now, 0).isZero()) {
                bucket.take(now);
                taken.add(now);
            }
        }

        assertThat(taken).hasSizeGreaterThan(100);
        for (int first = 0; first < taken.size(); first++) {
            for (int last = first; last < taken.size(); last++) {
                long back = Duration.between(taken.get(first), taken.get(last)).dividedBy(interval);
                if (last - first + 1L > capacity + back) {
                    throw new AssertionError("%d taken, %d had come back".formatted(last - first + 1, back));
                }
            }
        }
    }
}
