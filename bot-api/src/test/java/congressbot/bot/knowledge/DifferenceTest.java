package congressbot.bot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.knowledge.Difference.Line;
import congressbot.bot.knowledge.Difference.Side;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DifferenceTest {
    @Test
    void equal_texts_differ_nowhere() {
        assertThat(Difference.of("a\nb\n", "a\nb\n")).isEqualTo(new Difference(List.of(), 0, 0));
    }

    @Test
    void a_changed_line_is_one_less_and_one_more_with_those_around_it() {
        Difference difference = Difference.of("a\nb\nc\nd\n", "a\nb\nX\nd\n");

        assertThat(difference.hunks()).hasSize(1);
        assertThat(difference.hunks().getFirst())
                .containsExactly(
                        new Line(Side.BOTH, 1, "a"),
                        new Line(Side.BOTH, 2, "b"),
                        new Line(Side.FIRST, 3, "c"),
                        new Line(Side.SECOND, 3, "X"),
                        new Line(Side.BOTH, 4, "d"));
    }

    @Test
    void places_far_apart_are_shown_apart_and_nothing_is_shown_twice() {
        String first = numbers(40).replace("line 10\n", "").replace("line 30\n", "");

        Difference difference = Difference.of(first, numbers(40));

        assertThat(difference.added()).isEqualTo(2);
        assertThat(difference.hunks()).hasSize(2);
        List<Line> shown = difference.hunks().stream().flatMap(List::stream).toList();
        assertThat(shown).hasSize(14).doesNotHaveDuplicates();
    }

    @Test
    void places_close_together_are_shown_as_one_without_a_gap() {
        String first = numbers(20).replace("line 5\n", "").replace("line 11\n", "");

        Difference difference = Difference.of(first, numbers(20));

        assertThat(difference.hunks()).hasSize(1);
        assertThat(difference.hunks().getFirst().stream().map(Line::number))
                .isEqualTo(IntStream.rangeClosed(2, 14).boxed().toList());
    }

    @Test
    @Timeout(10)
    void two_long_texts_without_a_common_line_are_compared_soon() {
        Difference difference = Difference.of("a\n".repeat(100_000), "b\n".repeat(100_000));

        assertThat(difference.added()).isEqualTo(100_000);
        assertThat(difference.removed()).isEqualTo(100_000);
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "line " + n + "\n").collect(Collectors.joining());
    }
}
