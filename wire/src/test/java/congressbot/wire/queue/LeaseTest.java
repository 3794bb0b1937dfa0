package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final TestQueue test = new TestQueue();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_silent_owner_loses_the_claim_when_the_lease_ends() {
        TestQueue shortLived = new TestQueue(new QueueLimits(100, Duration.ofMillis(20), 10, Duration.ZERO));
        shortLived.enqueue("ana", "1");
        Claim silent = shortLived.claim();

        Claim second = shortLived.awaitClaim();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(shortLived.finish(silent, "1")).isZero();
        shortLived.close();
    }

    @Test
    void renewing_gives_a_full_lease_and_loses_nothing() {
        test.enqueue("ana", "1");
        Claim ana = test.claim();
        test.endLease("ana");

        Set<ClaimId> lost = test.queue.renew(List.of(ana));

        assertThat(lost).isEmpty();
        assertThat(test.idle()).isTrue();
        assertThat(test.redis.pttl("lock:jid:" + TestQueue.wire("ana"))).isBetween(50_000L, 60_000L);
    }

    @Test
    void renewing_names_the_claims_that_are_lost() {
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        test.enqueue("caio", "3");
        Claim lost = test.claim();
        Claim held = test.claim();
        Claim parked = test.claim();
        test.queue.park(parked, Duration.ofHours(1), Blame.NEIGHBOUR);
        test.endLease("ana");
        test.claim();

        Set<ClaimId> ids = test.queue.renew(List.of(lost, held, parked));

        assertThat(ids).containsExactlyInAnyOrder(lost.id(), parked.id());
    }

    @Test
    void nothing_held_is_nothing_lost() {
        assertThat(test.queue.renew(List.of())).isEmpty();
    }

    @Test
    void a_lock_that_vanished_is_a_lost_claim_and_the_conversation_comes_back() {
        test.enqueue("ana", "1");
        Claim ana = test.claim();
        test.redis.del("lock:jid:" + TestQueue.wire("ana"));

        Set<ClaimId> lost = test.queue.renew(List.of(ana));

        assertThat(lost).containsExactly(ana.id());
        test.endLease("ana");
        assertThat(TestQueue.ids(test.claim())).containsExactly("1");
    }

    @Test
    void conversations_of_a_dead_worker_come_before_the_others_oldest_first() {
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        test.claim();
        test.claim();
        test.enqueue("caio", "3");
        test.redis.zadd("conv:active", 1, TestQueue.wire("ana"));
        test.redis.zadd("conv:active", 2, TestQueue.wire("bia"));

        List<String> ids = Stream.of(test.claim(), test.claim(), test.claim())
                .flatMap(claim -> TestQueue.ids(claim).stream())
                .toList();

        assertThat(ids).containsExactly("1", "2", "3");
    }

    @Test
    void a_conversation_whose_claims_end_twice_gives_one_message_at_a_time() {
        test.enqueue("ana", "1", "2", "3", "4", "5");
        test.claim();
        test.endLease("ana");
        test.finish(test.claim(), "1");
        assertThat(TestQueue.ids(test.claim())).containsExactly("2", "3", "4", "5");
        test.endLease("ana");
        test.finish(test.claim(), "2");

        Claim next = test.claim();

        assertThat(next.attempt()).isEqualTo(1);
        assertThat(TestQueue.ids(next)).containsExactly("3");
    }

    @Test
    void a_claim_that_was_given_back_for_a_neighbour_is_no_failure() {
        test.enqueue("ana", "1", "2", "3");
        for (int i = 0; i < 3; i++) {
            test.queue.park(test.claim(), Duration.ZERO, Blame.NEIGHBOUR);
        }

        assertThat(TestQueue.ids(test.claim())).containsExactly("1", "2", "3");
    }

    @Test
    void conversations_whose_lease_ends_a_second_time_come_back_one_after_the_other() {
        twoClaimsOf("ana", "bia", "caio");
        test.enqueue("davi", "4");

        Claim innocent = test.claim();

        assertThat(TestQueue.ids(innocent)).containsExactly("4");
        assertThat(pauseEnd("bia") - pauseEnd("ana")).isEqualTo(400);
        assertThat(pauseEnd("caio") - pauseEnd("bia")).isEqualTo(400);
        assertThat(pauseEnd("ana")).isBetween(System.currentTimeMillis() - 5_000.0, System.currentTimeMillis() + 401.0);
    }

    @Test
    void a_suspect_comes_back_alone_after_its_pause() {
        twoClaimsOf("ana");
        boolean idle = test.idle();
        test.endPause("ana");

        Claim third = test.claim();

        assertThat(idle).isTrue();
        assertThat(third.attempt()).isEqualTo(3);
    }

    /// Each conversation was claimed twice, and both times the owner fell silent.
    private void twoClaimsOf(String... conversations) {
        for (String conversation : conversations) {
            test.enqueue(conversation, "id-" + conversation);
            test.claim();
            test.endLease(conversation);
            test.claim();
        }
        for (int i = 0; i < conversations.length; i++) {
            test.redis.zadd("conv:active", i + 1.0, TestQueue.wire(conversations[i]));
        }
    }

    private double pauseEnd(String conversation) {
        return test.redis.zscore("conv:due", TestQueue.wire(conversation));
    }
}
