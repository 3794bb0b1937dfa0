package congressbot.bot.sheet;

import java.util.List;

/// Takes the rows of a file.
@FunctionalInterface
public interface Rows {
    /// Takes the next row.
    ///
    /// @param line of the file, from 1 on
    /// @param cells as texts, without empty ones at the end; never all empty
    void row(int line, List<String> cells);
}
