package congressbot.dev.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayedTest {
    private static final String ROW =
            "Maria da Silva | maria@gmail.com | 52998224725 | +5562998765432 | Goiânia/GO | Estudante";

    private static final Script SCRIPT = Script.of("starting/maria", """
            > oi
            < Oi! Qual é o seu nome?

            > Maria da Silva
            < Pronto!
            < ---
            < Seu número é *1*.

            = %s
            """.formatted(ROW));

    private static final List<List<String>> REPLIES =
            List.of(List.of("Oi! Qual é o seu nome?"), List.of("Pronto!", "Seu número é *1*."));

    @Test
    void what_goes_as_it_is_written_is_no_miss() {
        assertThat(played(REPLIES, ROW).miss()).isEmpty();
    }

    @Test
    void the_first_wrong_reply_is_told_with_its_turn() {
        Played played = played(List.of(REPLIES.getFirst(), List.of("Pronto!", "Seu número é *2*.")), ROW);

        assertThat(played.miss())
                .get()
                .asString()
                .startsWith("turn 2\n")
                .contains("expected: Pronto!", "*1*", "got:      Pronto!", "*2*");
    }

    @Test
    void silence_is_no_reply() {
        assertThat(played(List.of(List.of(), REPLIES.getLast()), ROW).miss())
                .get()
                .asString()
                .startsWith("turn 1\n")
                .contains("got:      (nothing)");
    }

    @Test
    void two_replies_are_not_one() {
        assertThat(played(List.of(REPLIES.getFirst(), List.of("Pronto!\nSeu número é *1*.")), ROW)
                        .miss())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cancelled",
                "Maria da Silva | maria@gmail.com | 52998224725 | +5562998765432 | Goiânia/GO | Professor(a)",
                "Maria da Silva | maria@gmail.com | 52998224725 | +5562998765432 | Goiânia/GO | Estudante | Mari"
            })
    void a_wrong_row_is_told(String row) {
        assertThat(played(REPLIES, row).miss()).get().asString().startsWith("the rows\nexpected: " + ROW);
    }

    @Test
    void a_row_too_many_is_told() {
        Played played = new Played.Whole(SCRIPT, REPLIES, new Rows(List.of(ROW, Rows.CANCELLED)), List.of());

        assertThat(played.miss()).get().asString().contains("cancelled");
    }

    @Test
    void rows_are_the_same_in_any_order_and_nothing_has_two_names() {
        assertThat(Rows.expected(List.of("cancelled", "a |b|  c")))
                .isEqualTo(new Rows(List.of("a | b | c", "cancelled")));
        assertThat(Rows.expected(List.of("none"))).isEqualTo(Rows.expected(List.of("erased")));
    }

    @Test
    void a_script_without_the_lines_of_the_bot_is_a_miss_until_it_is_rewritten() {
        Script unwritten = SCRIPT.with(List.of(List.of(), List.of()));
        Played.Whole played = new Played.Whole(unwritten, REPLIES, new Rows(List.of(ROW)), List.of());

        assertThat(played.miss()).get().asString().contains("expected: (nothing)");
        assertThat(played.rewritten().miss()).isEmpty();
        assertThat(played.rewritten().script()).isEqualTo(SCRIPT);
    }

    @Test
    void a_script_that_broke_off_is_a_miss() {
        assertThat(new Played.BrokenOff(SCRIPT, "turn 2: /chat: Answered[500]").miss())
                .contains("turn 2: /chat: Answered[500]");
    }

    @Test
    void the_tally_counts_hits_and_names_misses_and_the_slowest_turn() {
        Tally tally = new Tally(
                List.of(played(REPLIES, ROW), played(REPLIES, "cancelled"), new Played.BrokenOff(SCRIPT, "turn 1: no")),
                new Thought(0.000_25, 0.001_5, 0.03, 12),
                new Tally.Setting(4, 77, "mixed mode"));

        assertThat(tally.complete()).isFalse();
        assertThat(tally.text())
                .contains("starting/maria: the rows", "starting/maria: turn 1: no")
                .contains("3 scripts, 6 turns, 12 words")
                .contains("4 scripts at once, after 77 to warm up; JVM: mixed mode")
                .contains("slowest 20.0 ms (starting/maria, turn 2)")
                .contains("p50 0.25 ms, p99 1.50 ms, max 30.00 ms, without I/O, over 12 turns")
                .endsWith("dialogues 1/3 (33.3 %)");
    }

    private static Played played(List<List<String>> replies, String row) {
        Rows rows = new Rows(row.isEmpty() ? List.of() : List.of(row));
        return new Played.Whole(
                SCRIPT,
                replies,
                rows,
                List.of(new Played.Timed(Duration.ofMillis(10), false), new Played.Timed(Duration.ofMillis(20), true)));
    }
}
