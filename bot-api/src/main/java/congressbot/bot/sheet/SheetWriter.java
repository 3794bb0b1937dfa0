package congressbot.bot.sheet;

import java.io.IOException;
import java.util.List;

/// Writes a file row by row, in constant memory. Without its [#finish] it is no whole file.
public interface SheetWriter {
    void row(List<Cell> cells) throws IOException;

    void finish() throws IOException;
}
