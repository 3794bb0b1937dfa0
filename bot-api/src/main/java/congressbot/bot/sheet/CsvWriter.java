package congressbot.bot.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Writes [Csv].
public final class CsvWriter implements SheetWriter {
    private final OutputStream out;
    private final DateTimeFormatter moments;

    /// @param moments with a zone
    public CsvWriter(OutputStream out, DateTimeFormatter moments) throws IOException {
        this.out = out;
        this.moments = moments;
        out.write(Csv.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        out.write(Csv.line(cells.stream().map(this::text).toList()).getBytes(StandardCharsets.UTF_8));
    }

    /// The end of a CSV file cannot be seen in it: who sends one breaks the connection off when something fails.
    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Whole(long number) -> Long.toString(number);
            case Cell.Moment(var at) -> moments.format(at);
        };
    }
}
