package congressbot.bot.sheet;

import java.util.List;

/// How much of a file is taken.
public final class Limits {
    /// Of a file as it comes, in bytes.
    public static final int BYTES = 20 * 1024 * 1024;

    /// With the head.
    public static final int ROWS = 200_001;

    public static final int COLUMNS = 64;

    /// Characters in a cell.
    public static final int CELL = 2_000;

    private Limits() {}

    /// Gives a row on, if there is something in it.
    static void pass(int line, int count, List<String> cells, Rows rows) throws Broken {
        List<String> bare = withoutEnd(cells);
        if (bare.isEmpty()) {
            return;
        }
        if (count > ROWS) {
            throw new Broken(Broken.Why.TOO_MANY_ROWS, line);
        }
        if (bare.size() > COLUMNS) {
            throw new Broken(Broken.Why.TOO_MANY_COLUMNS, line);
        }
        if (bare.stream().anyMatch(cell -> cell.length() > CELL)) {
            throw new Broken(Broken.Why.CELL_TOO_LONG, line);
        }
        rows.row(line, List.copyOf(bare));
    }

    private static List<String> withoutEnd(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }
}
