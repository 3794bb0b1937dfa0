package congressbot.wire.queue;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimTest {
    private final TestQueue test = new TestQueue();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void an_empty_queue_says_wait_200_ms() {
        Claimed claimed = test.queue.claim(ClaimId.fresh(), false);

        assertThat(claimed).isEqualTo(new Claimed.Idle(ofMillis(200)));
    }

    @Test
    void the_wait_ends_when_a_pause_ends() {
        test.enqueue("ana", "1");
        test.queue.park(test.claim(), ofMillis(190), Blame.MESSAGE);

        Claimed claimed = test.queue.claim(ClaimId.fresh(), false);

        assertThat(claimed)
                .isInstanceOfSatisfying(
                        Claimed.Idle.class, idle -> assertThat(idle.atMost()).isBetween(ofMillis(5), ofMillis(190)));
    }

    @Test
    void the_wait_ends_when_a_lease_ends() {
        TestQueue shortLived = new TestQueue(new QueueLimits(100, ofMillis(190), 10, Duration.ZERO));
        shortLived.enqueue("ana", "1");
        shortLived.claim();

        Claimed claimed = shortLived.queue.claim(ClaimId.fresh(), false);

        assertThat(claimed)
                .isInstanceOfSatisfying(
                        Claimed.Idle.class, idle -> assertThat(idle.atMost()).isBetween(ofMillis(5), ofMillis(190)));
        shortLived.close();
    }

    @Test
    void a_claim_holds_the_messages_of_one_conversation_oldest_first() {
        ClaimId id = ClaimId.fresh();
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        test.enqueue("ana", "3");

        Claimed claimed = test.queue.claim(id, false);

        assertThat(claimed)
                .isEqualTo(new Claim(
                        TestQueue.wire("ana"),
                        id,
                        1,
                        List.of(TestQueue.envelope("ana", "1"), TestQueue.envelope("ana", "3"))));
    }

    @Test
    void the_conversation_that_waits_longest_comes_first_and_has_one_owner() {
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");

        List<String> conversations =
                List.of(test.claim().conversation(), test.claim().conversation());

        assertThat(conversations).isEqualTo(TestQueue.wire("ana", "bia"));
        assertThat(test.idle()).isTrue();
    }

    @Test
    void a_batch_has_a_limit() {
        test.enqueue("ana", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");

        Claim claim = test.claim();

        assertThat(TestQueue.ids(claim)).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void a_heap_comes_as_batches_of_a_hundred() {
        TestQueue heap = new TestQueue(new QueueLimits(1_000, Duration.ofSeconds(30), 100, ofMillis(50)));
        String[] ids = IntStream.rangeClosed(1, 250).mapToObj(String::valueOf).toArray(String[]::new);
        heap.enqueue("ana", ids);

        Claim first = heap.awaitClaim();
        heap.finish(first, Arrays.copyOf(ids, 100));
        Claim second = heap.claim();

        assertThat(TestQueue.ids(first)).containsExactly(Arrays.copyOf(ids, 100));
        assertThat(TestQueue.ids(second)).containsExactly(Arrays.copyOfRange(ids, 100, 200));
        heap.close();
    }

    @Test
    void a_batch_holds_ten_of_the_largest_messages_and_no_more() {
        String padding = "x".repeat(65_536 - "{'id':'10','conversation':'ana','pad':''}".length());
        test.queue.enqueue(IntStream.rangeClosed(10, 29)
                .mapToObj(id -> "{\"id\":\"%d\",\"conversation\":\"ana\",\"pad\":\"%s\"}".formatted(id, padding))
                .toList());
        TestQueue heap = new TestQueue(test.redis, new QueueLimits(100, Duration.ofSeconds(30), 100, Duration.ZERO));

        Claim claim = heap.claim();

        assertThat(claim.envelopes()).hasSize(10).allMatch(envelope -> envelope.length() == 65_536);
    }

    @Test
    void a_batch_of_one_is_possible() {
        TestQueue single = new TestQueue(new QueueLimits(100, Duration.ofSeconds(30), 1, Duration.ZERO));
        single.enqueue("ana", "1", "2");

        Claim claim = single.claim();

        assertThat(TestQueue.ids(claim)).containsExactly("1");
        single.close();
    }

    @Test
    void a_batch_ends_before_a_message_that_it_holds_already() {
        test.enqueue("ana", "1", "2", "1", "3");

        Claim claim = test.claim();

        assertThat(TestQueue.ids(claim)).containsExactly("1", "2");
    }

    @Test
    void a_batch_ends_before_a_finished_message() {
        test.enqueue("ana", "1", "2", "1", "3");
        test.finish(test.claim(), "1");

        Claim claim = test.claim();

        assertThat(TestQueue.ids(claim)).containsExactly("2");
    }

    @Test
    void a_message_that_was_tried_before_comes_alone() {
        test.enqueue("ana", "1", "2");
        test.queue.park(test.claim(), Duration.ZERO, Blame.MESSAGE);

        Claim second = test.claim();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(TestQueue.ids(second)).containsExactly("1");
    }

    @Test
    void a_lost_claim_is_found_again_without_counting_the_attempt() {
        ClaimId id = ClaimId.fresh();
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        Claimed lost = test.queue.claim(id, false);

        Claimed found = test.queue.claim(id, true);

        assertThat(found).isEqualTo(lost);
        assertThat(((Claim) found).attempt()).isEqualTo(1);
    }

    @Test
    void a_lost_claim_whose_lease_ended_is_a_second_attempt() {
        ClaimId id = ClaimId.fresh();
        test.enqueue("ana", "1");
        test.queue.claim(id, false);
        test.endLease("ana");

        Claimed found = test.queue.claim(id, true);

        assertThat(found).isEqualTo(new Claim(TestQueue.wire("ana"), id, 2, List.of(TestQueue.envelope("ana", "1"))));
    }

    @Test
    void again_takes_new_work_when_the_first_call_never_arrived() {
        test.enqueue("ana", "1");

        Claimed claimed = test.queue.claim(ClaimId.fresh(), true);

        assertThat(claimed).isInstanceOf(Claim.class);
    }

    /// Not expected, and bot-api refuses the second one; but it must not stop the queue.
    @Test
    void the_same_id_in_two_conversations_is_claimed_and_finished_twice() {
        ClaimId id = ClaimId.fresh();
        test.enqueue("ana", "1");
        test.enqueue("bia", "1");
        Claim ana = test.claim();
        test.queue.claim(id, false);
        test.finish(ana, "1");

        Claimed bia = test.queue.claim(id, true);

        assertThat(bia).isEqualTo(new Claim(TestQueue.wire("bia"), id, 1, List.of(TestQueue.envelope("bia", "1"))));
        assertThat(test.finish((Claim) bia, "1")).isEqualTo(1);
        assertThat(test.queue.waiting()).isZero();
    }

    @Test
    void an_id_that_was_finished_in_one_conversation_is_claimed_in_another() {
        test.enqueue("ana", "1");
        test.finish(test.claim(), "1");
        test.enqueue("bia", "1");

        assertThat(test.claim().conversation()).isEqualTo(TestQueue.wire("bia"));
    }

    @Test
    void a_message_sent_again_after_it_was_finished_is_dropped() {
        test.enqueue("ana", "1");
        test.finish(test.claim(), "1");
        test.enqueue("ana", "1");

        boolean idle = test.idle();

        assertThat(idle).isTrue();
        assertThat(test.queue.waiting()).isZero();
    }

    @Test
    void a_second_copy_in_the_queue_is_dropped_when_the_first_is_finished() {
        test.enqueue("ana", "1", "1");
        test.finish(test.claim(), "1");

        boolean idle = test.idle();

        assertThat(idle).isTrue();
        assertThat(test.queue.waiting()).isZero();
        assertThat(test.redis.exists("lock:jid:" + TestQueue.wire("ana"))).isFalse();
    }

    @Test
    void a_foreign_lock_puts_the_conversation_off_for_a_second() {
        test.enqueue("ana", "1");
        test.redis.set("lock:jid:" + TestQueue.wire("ana"), "foreign");

        long before = System.currentTimeMillis();
        boolean idle = test.idle();
        long after = System.currentTimeMillis();

        assertThat(idle).isTrue();
        assertThat(test.redis.zscore("conv:due", TestQueue.wire("ana"))).isBetween(before + 999.0, after + 1_001.0);
    }

    @Test
    void a_conversation_with_a_foreign_lock_is_not_lost() {
        test.enqueue("ana", "1");
        test.redis.set("lock:jid:" + TestQueue.wire("ana"), "foreign");
        test.idle();
        test.redis.del("lock:jid:" + TestQueue.wire("ana"));
        test.endPause("ana");

        Claim claim = test.claim();

        assertThat(claim.attempt()).isEqualTo(1);
    }

    @Test
    void a_burst_is_one_claim_after_the_settle_window() {
        TestQueue settling = new TestQueue(new QueueLimits(100, Duration.ofSeconds(30), 10, ofMillis(300)));
        settling.enqueue("ana", "1");
        boolean idle = settling.idle();
        settling.enqueue("ana", "2");

        Claim claim = settling.awaitClaim();

        assertThat(idle).isTrue();
        assertThat(TestQueue.ids(claim)).containsExactly("1", "2");
        settling.close();
    }

    @Test
    void the_wait_is_never_under_5_ms() {
        TestQueue settling = new TestQueue(new QueueLimits(100, Duration.ofSeconds(30), 10, ofMillis(20)));
        settling.enqueue("ana", "1");

        List<Duration> waits = new ArrayList<>();
        while (settling.queue.claim(ClaimId.fresh(), false) instanceof Claimed.Idle idle) {
            waits.add(idle.atMost());
        }

        assertThat(waits).isNotEmpty().allSatisfy(wait -> assertThat(wait).isBetween(ofMillis(5), ofMillis(20)));
        settling.close();
    }

    static Stream<String> no_envelopes() {
        return Stream.of(
                "",
                "no json",
                "null",
                "7",
                "[]",
                "{}",
                "{\"id\":\"1\"}",
                "{\"conversation\":\"ana\"}",
                "{\"id\":\"\",\"conversation\":\"ana\"}",
                "{\"id\":\"1\",\"conversation\":\"\"}",
                "{\"id\":1,\"conversation\":\"ana\"}",
                "{\"id\":\"1\",\"conversation\":null}",
                "[".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("no_envelopes")
    void what_is_no_envelope_goes_to_the_dead_items(String raw) {
        test.queue.enqueue(List.of(raw));
        test.enqueue("ana", "1");

        Claim claim = test.claim();

        assertThat(TestQueue.ids(claim)).containsExactly("1");
        assertThat(test.redis.lrange("whatsapp-messages:dead", 0, -1)).containsExactly(raw);
        assertThat(test.queue.waiting()).isEqualTo(1);
    }

    @Test
    void the_last_10_000_dead_items_are_kept() {
        test.queue.enqueue(List.of("the first"));
        test.queue.enqueue(Collections.nCopies(10_000, "no json"));
        test.enqueue("ana", "1");

        test.awaitClaim();

        assertThat(test.redis.llen("whatsapp-messages:dead")).isEqualTo(10_000);
        assertThat(test.redis.lindex("whatsapp-messages:dead", 0)).isEqualTo("no json");
    }
}
