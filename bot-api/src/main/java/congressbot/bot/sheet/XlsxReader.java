package congressbot.bot.sheet;

import congressbot.bot.sheet.Broken.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads the first sheet of an XLSX file. A formula is given on as what it is: nobody calculates.
final class XlsxReader {
    /// Digits of a number, before and after its point, that is written out.
    private static final int DIGITS = 30;

    private XlsxReader() {}

    static void read(Path file, Rows rows) throws IOException {
        Inflation.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            try (Stream<Row> all = workbook.getFirstSheet().openStream()) {
                read(all.iterator(), rows);
            }
        } catch (Broken e) {
            throw e;
        } catch (ExcelReaderException
                | UncheckedIOException
                | IOException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | NoSuchElementException e) {
            // Whatever a foreign file makes the library stumble over, it is the file that is damaged.
            throw new Broken(Why.DAMAGED);
        }
    }

    private static void read(Iterator<Row> all, Rows rows) throws Broken {
        int count = 0;
        int line = 0;
        while (all.hasNext()) {
            Row row = all.next();
            count++;
            if (row.getRowNum() <= line) {
                throw new Broken(Why.DAMAGED); // two rows of one number, which no program writes
            }
            line = row.getRowNum();
            if (row.getCellCount() > Limits.COLUMNS * 4) {
                throw new Broken(Why.TOO_MANY_COLUMNS, line);
            }
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.getCellCount(); column++) {
                cells.add(row.getOptionalCell(column).map(XlsxReader::text).orElse(""));
            }
            Limits.pass(line, count, cells, rows);
        }
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case FORMULA -> "=" + cell.getFormula();
            case NUMBER -> plain(raw(cell));
            case STRING -> cell.asString();
            case BOOLEAN, EMPTY, ERROR -> raw(cell);
        };
    }

    private static String raw(Cell cell) {
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    /// Without an exponent: a CPF that Excel took for a number is `5.2998224725E10`.
    private static String plain(String number) {
        try {
            BigDecimal value = new BigDecimal(number).stripTrailingZeros();
            return Math.abs(value.scale()) > DIGITS || value.precision() > DIGITS ? number : value.toPlainString();
        } catch (NumberFormatException _) {
            return number; // judged like any text
        }
    }
}
