package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Text;
import congressbot.wire.message.Option;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BurstTest {
    private static final Text SAID = Text.of("said");
    private static final Text ASKED = Text.of("asked");
    private static final List<Option> OPTIONS = List.of(new Option("sim", "Sim"));
    private static final State ASKING = Sample.asking(Field.CITY);
    private static final State SUMMARY =
            new State.Confirming(Sample.REGISTRATION, 0, Optional.empty(), Optional.empty());

    private final Burst burst = new Burst();

    @Test
    void the_last_question_is_asked_with_its_options() {
        burst.add(move(ASKING, Optional.of(Text.of("earlier"))));
        burst.add(move(ASKING, Optional.of(ASKED)));

        assertThat(burst.asks()).contains(ASKED);
        assertThat(burst.options()).isEqualTo(OPTIONS);
    }

    @Test
    void an_explanation_fades_with_the_next_message() {
        burst.add(move(ASKING, Optional.of(ASKED), Remark.passing(Text.of("not understood"))));
        burst.add(move(ASKING, Optional.of(ASKED), Remark.passing(SAID)));

        assertThat(burst.says()).containsExactly(SAID);
    }

    @Test
    void what_was_taken_down_stays_until_the_summary_shows_it() {
        burst.add(move(ASKING, Optional.of(ASKED), Remark.acknowledging(SAID)));
        burst.add(move(ASKING, Optional.of(ASKED), Remark.passing(Text.of("more"))));
        assertThat(burst.says()).containsExactly(SAID, Text.of("more"));

        burst.add(move(SUMMARY, Optional.of(ASKED), Remark.acknowledging(Text.of("last"))));

        assertThat(burst.says()).isEmpty();
    }

    @Test
    void an_answer_and_the_notice_never_fade() {
        burst.add(move(ASKING, Optional.of(ASKED), Remark.lasting(SAID)));
        burst.add(move(SUMMARY, Optional.of(ASKED)));

        assertThat(burst.says()).containsExactly(SAID);
    }

    @Test
    void thanks_leave_an_open_question_between_open() {
        State between = ASKING.with(Optional.of(new Pending.WhatToChange()));
        burst.add(move(between, Optional.of(ASKED)));
        burst.add(move(between, Optional.empty(), Remark.passing(SAID)));

        assertThat(burst.asks()).contains(ASKED);
        assertThat(burst.options()).isEqualTo(OPTIONS);
    }

    @Test
    void a_move_that_asks_nothing_closes_the_question() {
        burst.add(move(ASKING, Optional.of(ASKED)));
        burst.add(move(State.START, Optional.empty(), Remark.lasting(SAID)));

        assertThat(burst.asks()).isEmpty();
        assertThat(burst.options()).isEmpty();
    }

    @Test
    void an_empty_burst_says_nothing() {
        assertThat(burst.says()).isEmpty();
        assertThat(burst.asks()).isEmpty();
    }

    private static Move move(State next, Optional<Text> asks, Remark... says) {
        return new Move(next, List.of(says), asks, asks.isEmpty() ? List.of() : OPTIONS, List.of(), false);
    }
}
