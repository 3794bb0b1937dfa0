package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.testing.TestRedis;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/// The queue holds its promises under 10,000 random steps, and the same steps find out about scripts that do not.
/// Each run takes a new seed and prints it; `-Dqueue.seed=…` repeats one.
class RandomWalkTest {
    private static final int STEPS = 10_000;
    private static final long SEED = Long.getLong("queue.seed", new Random().nextInt(1_000_000));

    private final UnifiedJedis redis = TestRedis.emptied();

    @AfterEach
    void close() {
        redis.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "10, 0", "10, 3", "100, 0"})
    void nothing_is_lost_doubled_or_out_of_order(int maxBatch, int settleMillis) {
        RandomWalk walk = new RandomWalk(SEED, redis, maxBatch, Duration.ofMillis(settleMillis), Scripts::resource);
        System.out.printf("seed %d, batches of %d, settle %d ms%n", SEED, maxBatch, settleMillis);

        assertThatCode(() -> walk.run(STEPS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Mutation.class)
    void a_mutation_is_found_out(Mutation mutation) {
        RandomWalk walk = new RandomWalk(SEED, redis, 10, Duration.ZERO, mutation.sources());
        System.out.printf("seed %d, %s%n", SEED, mutation);

        // A broken invariant, or a script that trips over what it broke itself.
        assertThatThrownBy(() -> walk.run(STEPS))
                .satisfiesAnyOf(
                        found -> assertThat(found).isInstanceOf(AssertionError.class),
                        found -> assertThat(found)
                                .isInstanceOf(JedisDataException.class)
                                .hasMessageContaining("user_script"));
    }
}
