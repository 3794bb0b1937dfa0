package congressbot.bot.sheet;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/// Lines of a file that spreadsheets open: RFC 4180, with the semicolon that Portuguese ones expect.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it a text and stays
/// visible: one that begins, after blanks, with `=`, `+`, `-` or `@` in any width, or with a control character. Text
/// stands in quotes always, so that no setting of separators finds one inside.
public final class Csv {
    /// Tells spreadsheets that the file is UTF-8.
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String SEPARATOR = ";";
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@";

    private Csv() {}

    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(SEPARATOR, "", LINE_END));
    }

    private static String cell(String text) {
        String clean = text.replace("\0", "");
        return '"' + (mayCalculate(clean) ? "'" : "") + clean.replace("\"", "\"\"") + '"';
    }

    /// What somebody wrote, of what [#line] made of it: without the apostrophe in front of a text that looks like a
    /// formula.
    public static String meant(String text) {
        return text.startsWith("'") && mayCalculate(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean mayCalculate(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        if (start == text.length()) {
            return false;
        }
        int first = text.codePointAt(start);
        return Character.isISOControl(first) || FORMULA_STARTS.indexOf(narrow(first)) >= 0;
    }

    /// Seen as nothing at the begin of a cell; TAB and line ends are not among them.
    private static boolean isBlank(int point) {
        return Character.isSpaceChar(point) || Character.getType(point) == Character.FORMAT;
    }

    /// The plain form of a full-width, small or raised character.
    private static int narrow(int point) {
        return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                .codePointAt(0);
    }
}
