package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.message.ChannelName;
import congressbot.wire.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/// Redis is full: nothing new is accepted, and everything that empties the queue goes on.
class MaxMemoryTest {
    private static final Duration INFLIGHT = Duration.ofSeconds(10);
    private static final TestRedis.Own REDIS = TestRedis.own();
    private static final UnifiedJedis CLIENT = REDIS.client();

    private final TestQueue test = new TestQueue(CLIENT, TestQueue.LIMITS);
    private final ConversationQueue queue = test.queue;

    @BeforeAll
    static void refuseWhenFull() {
        CLIENT.configSet("maxmemory-policy", "noeviction");
    }

    @BeforeEach
    void empty() {
        CLIENT.flushAll();
    }

    @AfterEach
    void roomAgain() {
        CLIENT.configSet("maxmemory", "0");
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        REDIS.close();
    }

    @Test
    void a_webhook_is_refused_whole() {
        full();

        assertThatThrownBy(() -> queue.enqueue(List.of(TestQueue.envelope("ana", "1"))))
                .isInstanceOf(JedisDataException.class)
                .hasMessageContaining("OOM");
        assertThat(queue.waiting()).isZero();
        assertThat(CLIENT.exists("whatsapp-messages")).isFalse();
    }

    @Test
    void nothing_comes_back_either() {
        List<String> lost = List.of(TestQueue.envelope("ana", "1"));
        full();

        assertThatThrownBy(() -> queue.rescue(lost)).hasMessageContaining("OOM");
        assertThatThrownBy(() -> queue.bringBack(lost)).hasMessageContaining("OOM");
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void messages_are_claimed_and_finished_until_the_queue_is_empty() {
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        full();

        Claim ana = test.claim();
        Completed completed = queue.complete(ana, List.of(TestQueue.wire("1")), Optional.of(ClaimId.fresh()), false);
        int removed = test.finish(completed.next().orElseThrow(), "2");

        assertThat(completed.removed()).isEqualTo(1);
        assertThat(removed).isEqualTo(1);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void claims_are_renewed() {
        test.enqueue("ana", "1");
        Claim ana = test.claim();
        full();

        assertThat(queue.renew(List.of(ana))).isEmpty();
    }

    @Test
    void claims_are_parked() {
        test.enqueue("ana", "1");
        Claim ana = test.claim();
        full();

        assertThat(queue.park(ana, Duration.ofHours(1), Blame.NEIGHBOUR)).isTrue();
    }

    @Test
    void replies_are_sent() {
        full();

        assertThat(queue.reserve("r:1", "a", INFLIGHT)).isEqualTo(new Reservation.Go(Optional.empty()));
        assertThat(queue.sent("r:1", "3A5F", "fact")).isTrue();
        assertThat(queue.reserve("r:1", "b", INFLIGHT)).isEqualTo(new Reservation.AlreadySent("3A5F"));
    }

    @Test
    void proactive_messages_are_counted_and_limits_noted() {
        OurNumber number = new OurNumber(new ChannelName("gowa"), "55");
        Instant now = Instant.now();
        OurNumbers.Pauses pauses = new OurNumbers.Pauses(INFLIGHT, INFLIGHT, INFLIGHT);
        full();

        assertThat(queue.numbers().proactive(number, now, List.of(1))).isEqualTo(new Proactive.Go());
        assertThat(queue.numbers().unsaid(number)).isTrue();
        assertThat(queue.numbers().limited(number, now, pauses).fresh()).isTrue();
    }

    @Test
    void facts_are_reported_and_drained() {
        full();

        assertThat(queue.report("fact")).isTrue();
        assertThat(queue.drained(queue.facts(10))).isEqualTo(1);
    }

    @Test
    void the_marker_is_looked_at_and_planted_anew() {
        full();

        queue.stake("a");

        assertThat(queue.plant("a")).isTrue();
        assertThat(queue.look("a", 0)).isEqualTo(new Marker.Standing(2));
    }

    @Test
    void a_restart_while_it_is_full_does_no_harm() {
        test.enqueue("ana", "1");
        full();
        CLIENT.scriptFlush();

        assertThat(TestQueue.ids(test.claim())).containsExactly("1");
    }

    @Test
    void waiting_for_work_is_refused_and_leaves_the_messages() {
        test.enqueue("ana", "1");
        full();

        assertThatThrownBy(() -> queue.awaitWork(Duration.ofMillis(5))).isInstanceOf(JedisDataException.class);
        assertThat(TestQueue.ids(test.claim())).containsExactly("1");
    }

    @Test
    void without_the_first_delete_a_reply_would_be_refused() {
        ConversationQueue without = new ConversationQueue(
                CLIENT,
                TestQueue.LIMITS,
                file -> Scripts.resource(file).replace("redis.call('DEL', 'conv:shrink')", ""));
        full();

        assertThatThrownBy(() -> without.reserve("r:1", "a", INFLIGHT)).isInstanceOf(JedisDataException.class);
    }

    private static void full() {
        CLIENT.configSet("maxmemory", "1");
    }
}
