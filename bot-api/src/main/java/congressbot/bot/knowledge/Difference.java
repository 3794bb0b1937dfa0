package congressbot.bot.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Two texts, line by line: what only one of them has, with the lines around it.
///
/// @param hunks places where they differ, in their order
/// @param added how many lines only the second has
/// @param removed how many lines only the first has
public record Difference(List<List<Line>> hunks, int added, int removed) {
    /// Lines shown around a difference.
    private static final int AROUND = 3;

    /// Pairs of lines that are compared; beyond it, what differs is shown as one whole.
    private static final int MOST_PAIRS = 4_000_000;

    public Difference {
        hunks = hunks.stream().map(List::copyOf).toList();
    }

    /// Which text has a line.
    public enum Side {
        BOTH,
        FIRST,
        SECOND
    }

    /// A line of either text.
    ///
    /// @param number in the text that has it; in the second where both have
    public record Line(Side side, int number, String text) {}

    public static Difference of(String first, String second) {
        List<Line> lines = new Comparison(first.lines().toList(), second.lines().toList()).lines();
        return new Difference(hunks(lines), count(lines, Side.SECOND), count(lines, Side.FIRST));
    }

    private static int count(List<Line> lines, Side side) {
        return (int) lines.stream().filter(line -> line.side() == side).count();
    }

    private static List<List<Line>> hunks(List<Line> lines) {
        List<List<Line>> hunks = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        int quiet = 2 * AROUND + 1; // equal lines since the last difference
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).side() == Side.BOTH) {
                quiet++;
                if (!open.isEmpty() && quiet <= AROUND) {
                    open.add(lines.get(at));
                }
                continue;
            }
            if (quiet > 2 * AROUND && !open.isEmpty()) {
                hunks.add(open);
                open = new ArrayList<>();
            }
            int shown = open.isEmpty() ? 0 : Math.min(quiet, AROUND);
            open.addAll(lines.subList(at - Math.min(at, Math.min(quiet - shown, AROUND)), at));
            open.add(lines.get(at));
            quiet = 0;
        }
        if (!open.isEmpty()) {
            hunks.add(open);
        }
        return hunks;
    }

    /// Finds the lines that both have, in one order, as many as possible.
    private record Comparison(List<String> first, List<String> second) {
        List<Line> lines() {
            int head = 0;
            while (head < first.size()
                    && head < second.size()
                    && first.get(head).equals(second.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < first.size() - head && tail < second.size() - head && isSameFromEnd(tail)) {
                tail++;
            }
            List<Line> lines = new ArrayList<>();
            for (int at = 0; at < head; at++) {
                lines.add(both(at));
            }
            middle(head, first.size() - tail, second.size() - tail, lines);
            for (int at = second.size() - tail; at < second.size(); at++) {
                lines.add(both(at));
            }
            return lines;
        }

        private boolean isSameFromEnd(int tail) {
            return first.get(first.size() - 1 - tail).equals(second.get(second.size() - 1 - tail));
        }

        private Line both(int at) {
            return new Line(Side.BOTH, at + 1, second.get(at));
        }

        private Line removed(int at) {
            return new Line(Side.FIRST, at + 1, first.get(at));
        }

        private Line added(int at) {
            return new Line(Side.SECOND, at + 1, second.get(at));
        }

        private void middle(int from, int firstTo, int secondTo, List<Line> lines) {
            int rows = firstTo - from;
            int columns = secondTo - from;
            if ((long) rows * columns > MOST_PAIRS) {
                for (int at = from; at < firstTo; at++) {
                    lines.add(removed(at));
                }
                for (int at = from; at < secondTo; at++) {
                    lines.add(added(at));
                }
                return;
            }
            int[][] common = common(from, rows, columns);
            List<Line> backwards = new ArrayList<>();
            int row = rows;
            int column = columns;
            while (row > 0 || column > 0) {
                if (row > 0 && column > 0 && isSame(from + row - 1, from + column - 1)) {
                    backwards.add(both(from + --column));
                    row--;
                } else if (column > 0 && (row == 0 || common[row][column - 1] >= common[row - 1][column])) {
                    backwards.add(added(from + --column));
                } else {
                    backwards.add(removed(from + --row));
                }
            }
            Collections.reverse(backwards);
            lines.addAll(backwards);
        }

        /// How many lines the beginnings of the two middles have in common.
        private int[][] common(int from, int rows, int columns) {
            int[][] common = new int[rows + 1][columns + 1];
            for (int row = 1; row <= rows; row++) {
                for (int column = 1; column <= columns; column++) {
                    common[row][column] = isSame(from + row - 1, from + column - 1)
                            ? common[row - 1][column - 1] + 1
                            : Math.max(common[row - 1][column], common[row][column - 1]);
                }
            }
            return common;
        }

        private boolean isSame(int inFirst, int inSecond) {
            return first.get(inFirst).equals(second.get(inSecond));
        }
    }
}
