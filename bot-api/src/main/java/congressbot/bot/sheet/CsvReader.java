package congressbot.bot.sheet;

import congressbot.bot.sheet.Broken.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads CSV as RFC 4180 has it and as programs write it: separated by semicolons, commas or tabs, whichever the first
/// line has most of, with any ends of lines.
final class CsvReader {
    private static final String SEPARATORS = ";,\t";

    /// The first line by which some programs tell Excel what separates.
    private static final String TOLD = "sep=";

    private final String text;
    private final Rows rows;
    private int at;
    private int line = 1;
    private int count;

    private CsvReader(String text, Rows rows) {
        this.text = text;
        this.rows = rows;
    }

    static void read(Path file, Rows rows) throws IOException {
        String text = Encoding.text(Files.readAllBytes(file));
        if (text.isBlank()) {
            throw new Broken(Why.EMPTY);
        }
        new CsvReader(text, rows).read();
    }

    private void read() throws Broken {
        char separator = told();
        while (at < text.length()) {
            int begin = line;
            List<String> cells = cells(separator);
            count++;
            Limits.pass(begin, count, cells, rows);
        }
    }

    private char told() {
        if (text.regionMatches(true, 0, TOLD, 0, TOLD.length()) && text.length() > TOLD.length()) {
            char separator = text.charAt(TOLD.length());
            at = TOLD.length() + 1;
            endLine();
            return separator;
        }
        return commonest();
    }

    private char commonest() {
        int[] found = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || !isEnd(text.charAt(i))); i++) {
            quoted ^= text.charAt(i) == '"';
            int separator = quoted ? -1 : SEPARATORS.indexOf(text.charAt(i));
            if (separator >= 0) {
                found[separator]++;
            }
        }
        int most = 0;
        for (int i = 1; i < found.length; i++) {
            most = found[i] > found[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private List<String> cells(char separator) throws Broken {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted(separator) : bare(separator));
            if (at >= text.length() || text.charAt(at) != separator) {
                endLine();
                return cells;
            }
            if (cells.size() > Limits.COLUMNS * 2) {
                throw new Broken(Why.TOO_MANY_COLUMNS, line);
            }
            at++;
        }
    }

    private String bare(char separator) {
        int begin = at;
        while (at < text.length() && text.charAt(at) != separator && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    /// What stands behind the closing quote belongs to the cell, too: nothing is lost.
    private String quoted(char separator) throws Broken {
        int begin = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw new Broken(Why.OPEN_QUOTE, begin);
            }
            if (cell.length() > Limits.CELL) {
                throw new Broken(Why.CELL_TOO_LONG, begin);
            }
            char next = text.charAt(at++);
            if (next != '"') {
                line += next == '\n' ? 1 : 0;
                cell.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell.append(bare(separator)).toString();
            }
        }
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    private static boolean isEnd(char letter) {
        return letter == '\n' || letter == '\r';
    }
}
