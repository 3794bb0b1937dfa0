package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.testing.TestRedis;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

class RoundTripsTest {
    private final Counter roundTrips = new SimpleMeterRegistry().counter("round.trips");
    private UnifiedJedis redis;
    private double before;

    @BeforeEach
    void openTheOnlyConnection() {
        redis = RedisConnections.open(RedisAddress.at(TestRedis.uri()), 1, roundTrips);
        redis.flushAll();
        before = roundTrips.count();
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void every_command_counts_once() {
        for (int i = 0; i < 7; i++) {
            redis.set("key", "value");
        }

        assertThat(counted()).isEqualTo(7);
    }

    @Test
    void a_pipeline_counts_once() {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (int i = 0; i < 7; i++) {
                pipeline.incr("number");
            }
            pipeline.sync();
        }

        assertThat(counted()).isEqualTo(1);
        assertThat(redis.get("number")).isEqualTo("7");
    }

    @Test
    void a_refused_command_counts() {
        redis.set("text", "no number");
        assertThatThrownBy(() -> redis.incr("text")).isInstanceOf(JedisDataException.class);

        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void an_operation_of_the_queue_is_one_and_so_is_a_wait() {
        ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
        queue.enqueue(List.of("no envelope")); // Redis may have to learn the script first
        before = roundTrips.count();

        queue.enqueue(List.of("no envelope", "nor this"));
        queue.awaitWork(Duration.ofMillis(5));

        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void a_reply_takes_two_whatever_was_tried_before() {
        ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
        queue.reserve("r:1", "a", Duration.ofSeconds(1));
        queue.sent("r:1", "3A5F", "{}");
        redis.set("tried:r:2", "1764000000000:a");
        before = roundTrips.count();

        queue.reserve("r:2", "b", Duration.ofSeconds(1));
        queue.sent("r:2", "3A60", "{}");

        assertThat(counted()).isEqualTo(2);
    }

    private double counted() {
        return roundTrips.count() - before;
    }
}
