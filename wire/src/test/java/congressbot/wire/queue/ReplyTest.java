package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static final Duration INFLIGHT = Duration.ofSeconds(10);

    private final TestQueue test = new TestQueue();
    private final ConversationQueue queue = test.queue;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void the_first_request_may_send() {
        Reservation reservation = queue.reserve("r:1", "a", INFLIGHT);

        assertThat(reservation).isEqualTo(new Reservation.Go(Optional.empty()));
        assertThat(test.redis.pttl("sent:r:1")).isBetween(9_000L, 10_000L);
    }

    @Test
    void the_same_request_may_still_send_when_it_asks_again() {
        queue.reserve("r:1", "a", Duration.ofSeconds(5));

        Reservation reservation = queue.reserve("r:1", "a", INFLIGHT);

        assertThat(reservation).isEqualTo(new Reservation.Go(Optional.empty()));
        assertThat(test.redis.pttl("sent:r:1")).isBetween(9_000L, 10_000L);
    }

    @Test
    void another_request_is_told_that_it_is_in_flight() {
        queue.reserve("r:1", "a", INFLIGHT);

        Reservation reservation = queue.reserve("r:1", "b", INFLIGHT);

        assertThat(reservation).isEqualTo(new Reservation.InFlight());
    }

    @Test
    void a_reservation_ends_by_itself() {
        queue.reserve("r:1", "a", Duration.ofMillis(20));

        Reservation reservation = await().atMost(INFLIGHT)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> queue.reserve("r:1", "b", INFLIGHT), Reservation.Go.class::isInstance);

        assertThat(reservation).isInstanceOf(Reservation.Go.class);
    }

    @Test
    void what_was_sent_is_not_sent_again() {
        queue.reserve("r:1", "a", INFLIGHT);
        boolean recorded = queue.sent("r:1", "3A5F", "{\"fact\":1}");

        Reservation reservation = queue.reserve("r:1", "b", INFLIGHT);

        assertThat(recorded).isTrue();
        assertThat(reservation).isEqualTo(new Reservation.AlreadySent("3A5F"));
        assertThat(test.redis.ttl("sent:r:1")).isBetween(3_590L, 3_600L);
    }

    @Test
    void the_mark_and_the_fact_are_written_once() {
        queue.reserve("r:1", "a", INFLIGHT);
        queue.sent("r:1", "3A5F", "{\"fact\":1}");

        boolean recordedAgain = queue.sent("r:1", "3A60", "{\"fact\":2}");

        assertThat(recordedAgain).isFalse();
        assertThat(queue.facts(10)).containsExactly("{\"fact\":1}");
        assertThat(queue.reserve("r:1", "b", INFLIGHT)).isEqualTo(new Reservation.AlreadySent("3A5F"));
    }

    @Test
    void a_reply_is_recorded_even_when_its_reservation_ended() {
        boolean recorded = queue.sent("r:1", "3A5F", "{\"fact\":1}");

        assertThat(recorded).isTrue();
        assertThat(queue.facts(10)).containsExactly("{\"fact\":1}");
    }

    @Test
    void a_released_reservation_is_free_at_once() {
        queue.reserve("r:1", "a", INFLIGHT);

        boolean released = queue.release("r:1", "a");

        assertThat(released).isTrue();
        assertThat(queue.reserve("r:1", "b", INFLIGHT)).isEqualTo(new Reservation.Go(Optional.empty()));
    }

    @Test
    void the_reservation_of_another_request_is_not_released() {
        queue.reserve("r:1", "a", INFLIGHT);

        boolean released = queue.release("r:1", "b");

        assertThat(released).isFalse();
        assertThat(queue.reserve("r:1", "b", INFLIGHT)).isEqualTo(new Reservation.InFlight());
    }

    @Test
    void a_sent_reply_is_not_released() {
        queue.reserve("r:1", "a", INFLIGHT);
        queue.sent("r:1", "3A5F", "{\"fact\":1}");

        boolean released = queue.release("r:1", "a");

        assertThat(released).isFalse();
        assertThat(queue.reserve("r:1", "b", INFLIGHT)).isEqualTo(new Reservation.AlreadySent("3A5F"));
    }

    @Test
    void whoever_comes_after_a_request_that_never_told_how_it_ended_is_told_when_it_began() {
        Instant before = Instant.now().minusMillis(1);
        queue.reserve("r:1", "a", INFLIGHT);
        endReservation();

        Reservation reservation = queue.reserve("r:1", "b", INFLIGHT);

        assertThat(triedAt(reservation)).isBetween(before, Instant.now());
        assertThat(test.redis.ttl("tried:r:1")).isBetween(89_990L, 90_000L);
    }

    @Test
    void the_first_of_several_such_requests_counts() {
        queue.reserve("r:1", "a", INFLIGHT);
        endReservation();
        Instant first = triedAt(queue.reserve("r:1", "b", INFLIGHT));
        endReservation();

        assertThat(triedAt(queue.reserve("r:1", "c", INFLIGHT))).isEqualTo(first);
        assertThat(triedAt(queue.reserve("r:1", "c", INFLIGHT))).isEqualTo(first);
    }

    @Test
    void the_same_request_is_not_told_of_itself() {
        queue.reserve("r:1", "a", INFLIGHT);
        endReservation();

        assertThat(queue.reserve("r:1", "a", INFLIGHT)).isEqualTo(new Reservation.Go(Optional.empty()));
    }

    @Test
    void who_sent_nothing_leaves_no_mark() {
        queue.reserve("r:1", "a", INFLIGHT);
        queue.release("r:1", "a");

        assertThat(test.redis.exists("tried:r:1")).isFalse();
    }

    @Test
    void who_sent_nothing_leaves_the_mark_of_who_may_have() {
        queue.reserve("r:1", "a", INFLIGHT);
        endReservation();
        Instant first = triedAt(queue.reserve("r:1", "b", INFLIGHT));

        queue.release("r:1", "b");

        assertThat(triedAt(queue.reserve("r:1", "c", INFLIGHT))).isEqualTo(first);
    }

    @Test
    void a_recorded_reply_leaves_no_mark() {
        queue.reserve("r:1", "a", INFLIGHT);
        queue.sent("r:1", "3A5F", "{\"fact\":1}");

        assertThat(test.redis.exists("tried:r:1")).isFalse();
    }

    private void endReservation() {
        test.redis.del("sent:r:1");
    }

    private static Instant triedAt(Reservation reservation) {
        return ((Reservation.Go) reservation).triedAt().orElseThrow();
    }
}
