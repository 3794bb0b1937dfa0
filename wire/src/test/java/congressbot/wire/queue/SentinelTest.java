package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import congressbot.wire.testing.TestRedis;
import congressbot.wire.testing.TestSentinel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// A primary, a replica, and a Sentinel that watches over them.
@Timeout(120)
class SentinelTest {
    private static final Duration A_FAIL_OVER = Duration.ofSeconds(60);

    private final TestRedis.Own primary = TestRedis.own();
    private final TestRedis.Own replica = TestRedis.own();
    private final TestSentinel sentinel = TestSentinel.over(primary);
    private final Counter roundTrips = new SimpleMeterRegistry().counter("round.trips");
    private final UnifiedJedis redis = RedisConnections.open(sentinel.address(), 4, roundTrips);

    @BeforeEach
    void aReplicaFollowsThePrimary() {
        sentinel.adopt(replica);
    }

    @AfterEach
    void close() {
        redis.close();
        sentinel.close();
        replica.close();
        primary.close();
    }

    @Test
    void a_message_is_accepted_when_as_many_replicas_have_it_as_are_wanted() {
        ConversationQueue queue = new ConversationQueue(redis, TestQueue.LIMITS);

        assertThat(queue.copying(1).enqueue(List.of(TestQueue.envelope("ana", "1"))))
                .isEqualTo(Enqueued.ACCEPTED);
        assertThat(queue.copying(2).enqueue(List.of(TestQueue.envelope("ana", "2"))))
                .isEqualTo(Enqueued.UNCOPIED);
    }

    @Test
    void the_queue_goes_on_at_the_replica_when_the_sentinel_makes_it_the_primary() {
        ConversationQueue queue = new ConversationQueue(redis, TestQueue.LIMITS);
        queue.enqueue(List.of(TestQueue.envelope("ana", "1")));
        double before = roundTrips.count();
        queue.waiting();
        assertThat(roundTrips.count()).isEqualTo(before + 1);

        sentinel.failOver();

        await().atMost(A_FAIL_OVER)
                .ignoreExceptionsInstanceOf(JedisException.class)
                .until(() -> queue.enqueue(List.of(TestQueue.envelope("ana", "2"))) == Enqueued.ACCEPTED
                        && holdsTwo(replica));
        assertThat(queue.claim(ClaimId.fresh(), false)).isInstanceOf(Claim.class);
    }

    @Test
    void a_primary_that_died_is_left() throws IOException {
        redis.set("key", "before");
        primary.server().stop();

        await().atMost(A_FAIL_OVER)
                .ignoreExceptionsInstanceOf(JedisException.class)
                .until(() -> redis.set("key", "after").equals("OK"));

        try (UnifiedJedis direct = replica.client()) {
            assertThat(direct.get("key")).isEqualTo("after");
        }
    }

    @Test
    void it_opens_while_no_sentinel_answers_and_comes_up_with_it() {
        sentinel.stop();
        try (UnifiedJedis early = RedisConnections.open(sentinel.address(), 1, roundTrips)) {
            assertThatThrownBy(early::ping).isInstanceOf(JedisException.class);
            sentinel.start();

            await().atMost(A_FAIL_OVER)
                    .ignoreExceptionsInstanceOf(JedisException.class)
                    .until(() -> RedisConnections.answers(early));
        }
    }

    private static boolean holdsTwo(TestRedis.Own server) {
        try (UnifiedJedis direct = server.client()) {
            return direct.info("replication").contains("role:master") && direct.llen("whatsapp-messages") >= 2;
        }
    }
}
