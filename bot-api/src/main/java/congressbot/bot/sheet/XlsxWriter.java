package congressbot.bot.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes XLSX (ECMA-376) with one sheet. Texts stand in their cells, and not in a table of all texts at the end, which
/// would have to be kept in memory; they are typed as texts, so that no program calculates with them.
public final class XlsxWriter implements SheetWriter {
    /// What programs show of a moment.
    private static final String MOMENT = "dd/mm/yyyy hh:mm";

    private static final String PROGRAM = "congress-bot";
    private static final String VERSION = "1.0";

    /// Rows in memory at once.
    private static final int KEPT = 200;

    /// Of a column, in characters.
    private static final double WIDTH = 22;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int rows;

    /// @param name of the sheet
    public XlsxWriter(OutputStream out, String name, ZoneId zone) {
        this.workbook = new Workbook(out, PROGRAM, VERSION);
        this.sheet = workbook.newWorksheet(name);
        this.zone = zone;
    }

    /// The first row is the head.
    @Override
    public void row(List<Cell> cells) throws IOException {
        if (rows == 0) {
            sheet.freezePane(0, 1);
            for (int column = 0; column < cells.size(); column++) {
                sheet.width(column, WIDTH);
                sheet.style(0, column).bold().set();
            }
        }
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        rows++;
        if (rows % KEPT == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Cell cell) {
        switch (cell) {
            case Cell.Text(String text) -> sheet.inlineString(rows, column, text);
            case Cell.Whole(long number) -> sheet.value(rows, column, number);
            case Cell.Moment(var at) -> {
                sheet.value(rows, column, LocalDateTime.ofInstant(at, zone));
                sheet.style(rows, column).format(MOMENT).set();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
