package congressbot.dev.faults;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.bridge.FakeBridge.Written;
import congressbot.dev.faults.Audit.Counts;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllowanceTest {
    private static final int UNMARKED = 2;
    private static final Counts NOTHING_WRONG = new Counts(300, 0, 0, 0, 0, 0, 0, 0);

    @ParameterizedTest
    @EnumSource
    void no_fault_excuses_a_second_effect_or_disorder_or_silence(Fault fault) {
        Allowance allowance = Allowance.of(plan(fault), story(0));

        assertThat(allowance.covers(new Counts(300, 0, 1, 0, 0, 0, 0, 0))).isFalse();
        assertThat(allowance.covers(new Counts(300, 0, 0, 1, 0, 0, 0, 0))).isFalse();
        assertThat(allowance.covers(new Counts(300, 0, 0, 0, 0, 1, 0, 0))).isFalse();
        assertThat(allowance.covers(new Counts(300, 0, 0, 0, 0, 0, 1, 0))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REDIS_WIPED", "FAILED_OVER"})
    void only_where_redis_itself_forgets_something_may_be_lost(Fault fault) {
        assertThat(Allowance.of(plan(fault), story(9)).covers(new Counts(300, 1, 0, 0, 0, 0, 0, 0)))
                .isFalse();
    }

    @Test
    void a_wiped_redis_may_lose_what_waited_and_no_more() {
        Allowance allowance = Allowance.of(plan(Fault.REDIS_WIPED), story(2));

        assertThat(allowance.covers(new Counts(300, 2, 0, 0, 0, 0, 0, 0))).isTrue();
        assertThat(allowance.covers(new Counts(300, 3, 0, 0, 0, 0, 0, 0))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"REDIS_WIPED", "REDIS_WIPED_STRICT"})
    void what_a_wiped_redis_knew_alone_may_be_sent_again_and_no_more(Fault fault) {
        Allowance allowance = Allowance.of(plan(fault), story(0));

        assertThat(allowance.covers(new Counts(300, 0, 0, 0, 3, 0, 0, 0))).isTrue();
        assertThat(allowance.covers(new Counts(300, 0, 0, 0, 4, 0, 0, 0))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"GATEWAY_KILLED", "HALTED"})
    void what_a_dead_gateway_was_sending_may_be_sent_twice_and_no_more(Fault fault) {
        Allowance dead = Allowance.of(plan(fault), story(0));

        assertThat(dead.covers(sentTwice(UNMARKED))).isTrue();
        assertThat(dead.covers(sentTwice(UNMARKED + 1))).isFalse();
    }

    @Test
    void a_worker_that_dies_repeats_nothing() {
        assertThat(Allowance.of(plan(Fault.WORKER_KILLED), story(0)).covers(sentTwice(1)))
                .isFalse();
    }

    @Test
    void of_many_replies_a_small_share_at_most_is_sent_twice() {
        Story story = new Story(accepted(10_000), List.of(), Set.of(), Set.of(), Set.of(), 0, 0, 50, 0, 0);
        Allowance killed = Allowance.of(plan(Fault.GATEWAY_KILLED), story);

        assertThat(killed.covers(sentTwice(10))).isTrue();
        assertThat(killed.covers(sentTwice(11))).isFalse();
    }

    @Test
    void all_poison_is_given_up_and_nothing_else() {
        Story story = new Story(accepted(), List.of(), Set.of(), Set.of("1", "2"), Set.of(), 0, 0, 0, 0, 0);
        Allowance allowance = Allowance.of(plan(Fault.POISON), story);

        assertThat(allowance.covers(NOTHING_WRONG)).isFalse();
        assertThat(allowance.covers(new Counts(300, 0, 0, 0, 0, 0, 0, 2))).isTrue();
        assertThat(allowance.covers(new Counts(300, 0, 0, 0, 0, 0, 0, 3))).isFalse();
    }

    private static Plan plan(Fault fault) {
        return Plan.of(fault, 300, 1);
    }

    private static Story story(int unprocessed) {
        return new Story(accepted(), List.of(), Set.of(), Set.of(), Set.of(), unprocessed, 3, UNMARKED, 5, 0);
    }

    private static Counts sentTwice(int replies) {
        return new Counts(300, 0, 0, 0, replies, 0, 0, 0);
    }

    private static List<Written> accepted() {
        return accepted(300);
    }

    private static List<Written> accepted(int messages) {
        return IntStream.range(0, messages)
                .mapToObj(i -> new Written("5562980000001", "" + i, "oi"))
                .toList();
    }
}
