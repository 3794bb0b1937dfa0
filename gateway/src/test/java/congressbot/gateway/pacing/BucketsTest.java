package congressbot.gateway.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.gateway.SendCause;
import congressbot.wire.message.ChannelName;
import congressbot.wire.queue.OurNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BucketsTest {
    private static final OurNumber NORTH = new OurNumber(new ChannelName("wuzapi"), "norte");
    private static final OurNumber SOUTH = new OurNumber(new ChannelName("wuzapi"), "sul");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Buckets buckets = new Buckets(Pace.normal(), new Random(7));

    @Test
    void three_hundred_people_who_write_at_once_are_answered_at_once() {
        assertThat(taken(300, NOON, SendCause.REPLY)).isEqualTo(300);
    }

    @Test
    void then_twenty_a_second_are_answered() {
        taken(300, NOON, SendCause.REPLY);

        assertThat(taken(300, NOON, SendCause.REPLY)).isZero();
        assertThat(taken(300, NOON.plusSeconds(2), SendCause.REPLY)).isEqualTo(40);
    }

    /// 300 people who fill in the form, each a message every 15 s.
    @Test
    void who_registers_never_waits_however_long_it_goes_on() {
        int late = 0;
        for (int second = 0; second < 600; second++) {
            Instant now = NOON.plusSeconds(second);
            for (int person = second % 15; person < 300; person += 15) {
                late += buckets.take(departure(NORTH, person, SendCause.REPLY), now) instanceof Permit.Go ? 0 : 1;
            }
        }

        assertThat(late).isZero();
    }

    @Test
    void a_person_gets_ten_replies_at_once_and_then_one_every_two_seconds() {
        Departure departure = departure(NORTH, 1, SendCause.REPLY);
        IntStream.range(0, 10)
                .forEach(_ -> assertThat(buckets.take(departure, NOON)).isEqualTo(new Permit.Go()));

        assertThat(pause(buckets.take(departure, NOON))).isEqualTo(Duration.ofSeconds(2));
        assertThat(buckets.take(departure(NORTH, 2, SendCause.REPLY), NOON)).isEqualTo(new Permit.Go());
        assertThat(buckets.take(departure(SOUTH, 1, SendCause.REPLY), NOON)).isEqualTo(new Permit.Go());
        assertThat(buckets.take(departure, NOON.plusSeconds(2))).isEqualTo(new Permit.Go());
    }

    @Test
    void a_refusal_takes_nothing() {
        taken(300, NOON, SendCause.REPLY);
        taken(300, NOON, SendCause.REPLY);

        assertThat(taken(300, NOON.plusSeconds(1), SendCause.REPLY)).isEqualTo(20);
    }

    @Test
    void what_nobody_asked_for_leaves_half_of_the_tokens_to_replies() {
        taken(150, NOON, SendCause.REPLY);

        Duration pause = pause(buckets.take(departure(NORTH, 999, SendCause.LATE_ANSWER), NOON));

        assertThat(pause).isEqualTo(Duration.ofMillis(50));
        assertThat(taken(150, NOON, SendCause.REPLY)).isEqualTo(150);
    }

    @Test
    void what_a_person_of_the_organisers_says_is_no_announcement() {
        assertThat(taken(20, NOON, SendCause.BY_A_PERSON)).isEqualTo(20);
        assertThat(taken(20, NOON, SendCause.LATE_ANSWER)).isEqualTo(1);
        assertThat(taken(20, NOON, SendCause.OTHER)).isZero();
    }

    @Test
    void the_distance_between_two_announcements_is_never_the_same_and_never_too_short() {
        List<Duration> distances = new ArrayList<>();
        Instant now = NOON;
        for (int i = 0; i < 200; i++) {
            buckets.take(departure(NORTH, i, SendCause.LATE_ANSWER), now);
            Duration distance = pause(buckets.take(departure(NORTH, i + 1, SendCause.LATE_ANSWER), now));
            distances.add(distance);
            now = now.plus(distance);
        }

        assertThat(distances)
                .allSatisfy(distance -> assertThat(distance).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(9)));
        assertThat(distances.stream().distinct().count()).isGreaterThan(150);
    }

    @Test
    void a_hushed_number_says_nothing_that_nobody_asked_for_until_then() {
        buckets.hush(NORTH, NOON.plusSeconds(900));
        buckets.hush(NORTH, NOON.plusSeconds(60));

        assertThat(pause(buckets.take(departure(NORTH, 1, SendCause.LATE_ANSWER), NOON)))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(buckets.take(departure(NORTH, 1, SendCause.REPLY), NOON)).isEqualTo(new Permit.Go());
        assertThat(buckets.take(departure(SOUTH, 1, SendCause.LATE_ANSWER), NOON))
                .isEqualTo(new Permit.Go());
        assertThat(buckets.take(departure(NORTH, 1, SendCause.LATE_ANSWER), NOON.plusSeconds(900)))
                .isEqualTo(new Permit.Go());
    }

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    /// Any mixture, at any moments: in no stretch of time does a number, or a person, hear more than the pace, and who
    /// waits as long as he is told may send, unless another was quicker.
    @ParameterizedTest
    @MethodSource("seeds")
    void the_pace_is_never_exceeded(int seed) {
        Random random = new Random(seed);
        Buckets some = new Buckets(new Pace(1 + random.nextInt(5), 500, 7), random);
        List<Instant> all = new ArrayList<>();
        List<Instant> ofOne = new ArrayList<>();
        List<Instant> announced = new ArrayList<>();
        int rate = 1 + new Random(seed).nextInt(5);
        Instant now = NOON;

        for (int step = 0; step < 1_500; step++) {
            now = now.plusMillis(random.nextInt(100));
            int person = random.nextInt(40) == 0 ? 1 : random.nextInt(30);
            SendCause cause = random.nextInt(4) == 0 ? SendCause.OTHER : SendCause.REPLY;
            if (some.take(departure(NORTH, person, cause), now) instanceof Permit.Go) {
                all.add(now);
                if (person == 1) {
                    ofOne.add(now);
                }
                if (cause == SendCause.OTHER) {
                    announced.add(now);
                }
            }
        }

        assertPace(all, 15 * rate, Duration.ofSeconds(1).dividedBy(rate));
        assertPace(ofOne, 10, Duration.ofSeconds(2));
        assertPace(announced, 1, Duration.ofSeconds(3));
    }

    private static void assertPace(List<Instant> taken, int burst, Duration interval) {
        for (int first = 0; first < taken.size(); first++) {
            for (int last = first; last < taken.size(); last++) {
                long back = Duration.between(taken.get(first), taken.get(last)).dividedBy(interval);
                if (last - first + 1L > burst + back) {
                    throw new AssertionError("%d in %s"
                            .formatted(last - first + 1, Duration.between(taken.get(first), taken.get(last))));
                }
            }
        }
    }

    /// How many of so many, each to another person, may leave.
    private int taken(int messages, Instant now, SendCause cause) {
        return (int) IntStream.range(0, messages)
                .filter(person -> buckets.take(departure(NORTH, person, cause), now) instanceof Permit.Go)
                .count();
    }

    private static Duration pause(Permit permit) {
        return ((Permit.Later) permit).after();
    }

    private static Departure departure(OurNumber number, int person, SendCause cause) {
        return new Departure(number, person + "@lid", cause);
    }
}
