package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.message.ChannelName;
import congressbot.wire.queue.OurNumbers.Limit;
import congressbot.wire.queue.OurNumbers.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OurNumbersTest {
    private static final OurNumber NORTH = new OurNumber(new ChannelName("wuzapi"), "norte");
    private static final OurNumber SOUTH = new OurNumber(new ChannelName("wuzapi"), "sul");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pauses PAUSES = new Pauses(Duration.ofMinutes(15), Duration.ofHours(6), DAY);

    private final TestQueue test = new TestQueue();
    private final OurNumbers numbers = test.queue.numbers();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_number_is_seen_first_once() {
        assertThat(numbers.seen(NORTH, NOON)).isTrue();
        assertThat(numbers.seen(NORTH, NOON.plus(DAY))).isFalse();
        assertThat(numbers.seen(SOUTH, NOON)).isTrue();
    }

    @Test
    void another_phone_number_under_the_same_name_begins_anew() {
        Instant later = NOON.plus(DAY.multipliedBy(9));
        numbers.linked(NORTH, "5585911110000", NOON);
        numbers.limited(NORTH, later, PAUSES);

        boolean same = numbers.linked(NORTH, "5585911110000", later);
        boolean other = numbers.linked(NORTH, "5585933334444", later);

        assertThat(same).isFalse();
        assertThat(other).isTrue();
        assertThat(numbers.limitedUntil(NORTH)).isEmpty();
        assertThat(sayAll(later, List.of(1, 9))).isEqualTo(1);
    }

    @Test
    void the_first_phone_number_that_is_told_makes_a_known_name_no_younger() {
        numbers.seen(NORTH, NOON);

        boolean other = numbers.linked(NORTH, "5585911110000", NOON.plus(DAY));

        assertThat(other).isFalse();
        assertThat(sayAll(NOON.plus(DAY), List.of(1, 9))).isEqualTo(9);
    }

    @Test
    void it_says_its_share_and_then_waits_until_24_hours_after_the_first_thing_said() {
        Proactive first = numbers.proactive(NORTH, NOON, List.of(2));
        Proactive second = numbers.proactive(NORTH, NOON.plus(Duration.ofHours(23)), List.of(2));
        Proactive third = numbers.proactive(NORTH, NOON.plus(DAY).minusMillis(1), List.of(2));
        Proactive nextDay = numbers.proactive(NORTH, NOON.plus(DAY), List.of(2));

        assertThat(List.of(first, second, third, nextDay))
                .containsExactly(
                        new Proactive.Go(),
                        new Proactive.Go(),
                        new Proactive.Spent(NOON.plus(DAY)),
                        new Proactive.Go());
    }

    @Test
    void a_number_may_say_more_the_older_it_is_and_the_last_share_holds() {
        List<Integer> shares = List.of(0, 1, 3);
        numbers.seen(NORTH, NOON);

        assertThat(sayAll(NOON, shares)).isZero();
        assertThat(sayAll(NOON.plus(DAY.multipliedBy(1)), shares)).isEqualTo(1);
        assertThat(sayAll(NOON.plus(DAY.multipliedBy(2)), shares)).isEqualTo(3);
        assertThat(sayAll(NOON.plus(DAY.multipliedBy(9)), shares)).isEqualTo(3);
    }

    @Test
    void each_number_has_its_own_share() {
        numbers.proactive(NORTH, NOON, List.of(1));

        assertThat(numbers.proactive(NORTH, NOON, List.of(1))).isEqualTo(new Proactive.Spent(NOON.plus(DAY)));
        assertThat(numbers.proactive(SOUTH, NOON, List.of(1))).isEqualTo(new Proactive.Go());
    }

    @Test
    void what_was_not_sent_is_not_counted() {
        numbers.proactive(NORTH, NOON, List.of(1));

        assertThat(numbers.unsaid(NORTH)).isTrue();
        assertThat(numbers.unsaid(NORTH)).isFalse();
        assertThat(numbers.unsaid(SOUTH)).isFalse();
        assertThat(numbers.proactive(NORTH, NOON, List.of(1))).isEqualTo(new Proactive.Go());
    }

    @Test
    void a_clock_that_was_set_back_begins_a_new_day() {
        numbers.proactive(NORTH, NOON.plus(DAY), List.of(1));

        assertThat(numbers.proactive(NORTH, NOON, List.of(1))).isEqualTo(new Proactive.Go());
        assertThat(numbers.proactive(NORTH, NOON, List.of(1))).isEqualTo(new Proactive.Spent(NOON.plus(DAY)));
    }

    @Test
    void without_a_share_nobody_can_say_how_much() {
        assertThatThrownBy(() -> numbers.proactive(NORTH, NOON, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_limit_is_noted_once_and_stops_what_nobody_asked_for() {
        Instant until = NOON.plus(PAUSES.first());

        Limit begun = numbers.limited(NORTH, NOON, PAUSES);
        Limit known = numbers.limited(NORTH, NOON.plusSeconds(60), PAUSES);

        assertThat(begun).isEqualTo(new Limit(true, until));
        assertThat(known).isEqualTo(new Limit(false, until));
        assertThat(numbers.limitedUntil(NORTH)).contains(until);
        assertThat(numbers.limitedUntil(SOUTH)).isEmpty();
        assertThat(numbers.proactive(NORTH, until.minusMillis(1), List.of(9))).isEqualTo(new Proactive.Limited(until));
        assertThat(numbers.proactive(SOUTH, NOON, List.of(9))).isEqualTo(new Proactive.Go());
        assertThat(numbers.proactive(NORTH, until, List.of(9))).isEqualTo(new Proactive.Go());
    }

    @Test
    void pauses_grow_while_it_goes_on_up_to_the_longest() {
        Instant now = NOON;

        for (int minutes : new int[] {15, 30, 60, 120, 240, 360, 360}) {
            Instant until = numbers.limited(NORTH, now, PAUSES).until();
            assertThat(until).isEqualTo(now.plus(Duration.ofMinutes(minutes)));
            now = until.plusSeconds(1);
        }
    }

    @Test
    void after_a_day_without_a_limit_the_next_pause_is_a_first_one() {
        Instant first = numbers.limited(NORTH, NOON, PAUSES).until();

        Instant later = first.plus(DAY);

        assertThat(numbers.limited(NORTH, later, PAUSES).until()).isEqualTo(later.plus(PAUSES.first()));
    }

    private int sayAll(Instant now, List<Integer> shares) {
        int said = 0;
        while (numbers.proactive(NORTH, now, shares) instanceof Proactive.Go) {
            said++;
        }
        return said;
    }
}
