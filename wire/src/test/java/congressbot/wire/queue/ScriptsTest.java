package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.ChannelName;
import congressbot.wire.queue.Scripts.Operation;
import congressbot.wire.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.UnifiedJedis;

class ScriptsTest {
    @ParameterizedTest
    @EnumSource(Operation.class)
    void a_script_tells_its_arguments_and_answers(Operation operation) {
        String text = Scripts.resource(operation.name().toLowerCase(Locale.ROOT) + ".lua");

        assertThat(text).contains("\n-- KEYS: ", "\n-- ARGV: ", "\n-- Returns ");
    }

    /// Another client of the server may flush its scripts at any time, and a restart does.
    @Test
    void every_operation_goes_on_after_redis_forgot_the_scripts() {
        try (TestRedis.Own server = TestRedis.own();
                UnifiedJedis redis = server.client()) {
            TestQueue test = new TestQueue(redis, TestQueue.LIMITS);
            ConversationQueue queue = test.queue;

            redis.scriptFlush();
            test.enqueue("ana", "1");
            redis.scriptFlush();
            Claim ana = test.claim();
            redis.scriptFlush();
            assertThat(queue.renew(List.of(ana))).isEmpty();
            redis.scriptFlush();
            assertThat(queue.park(ana, Duration.ZERO, Blame.NEIGHBOUR)).isTrue();
            Claim back = test.claim();
            redis.scriptFlush();
            assertThat(queue.complete(back, List.of(TestQueue.wire("1")), Optional.empty(), false))
                    .isEqualTo(new Completed(1, Optional.empty()));
            redis.scriptFlush();
            assertThat(queue.reserve("r:1", "a", Duration.ofSeconds(1)))
                    .isEqualTo(new Reservation.Go(Optional.empty()));
            redis.scriptFlush();
            assertThat(queue.sent("r:1", "3A5F", "a")).isTrue();
            redis.scriptFlush();
            assertThat(queue.withdraw("r:2", Duration.ofSeconds(1))).isEqualTo(new Withdrawal.Withdrawn());
            redis.scriptFlush();
            assertThat(queue.report("b")).isTrue();
            redis.scriptFlush();
            assertThat(queue.drained(List.of("a", "b"))).isEqualTo(2);
            redis.scriptFlush();
            assertThat(queue.rescue(List.of(TestQueue.envelope("ana", "2")))).isEqualTo(1);
            redis.scriptFlush();
            OurNumber number = new OurNumber(new ChannelName("gowa"), "55");
            assertThat(queue.numbers().linked(number, "5585911110000", Instant.EPOCH))
                    .isFalse();
            redis.scriptFlush();
            assertThat(queue.numbers().proactive(number, Instant.EPOCH, List.of(1)))
                    .isEqualTo(new Proactive.Go());
            redis.scriptFlush();
            assertThat(queue.numbers().unsaid(number)).isTrue();
            redis.scriptFlush();
            OurNumbers.Pauses pauses =
                    new OurNumbers.Pauses(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
            assertThat(queue.numbers().limited(number, Instant.EPOCH, pauses).fresh())
                    .isTrue();
            redis.scriptFlush();
            queue.heardUntil("gowa", Instant.EPOCH);
            redis.scriptFlush();
            queue.stake("a");
            redis.scriptFlush();
            assertThat(queue.plant("a")).isTrue();
            redis.scriptFlush();
            assertThat(queue.look("a", 0)).isEqualTo(new Marker.Standing(2));
        }
    }
}
