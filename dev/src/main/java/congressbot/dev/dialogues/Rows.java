package congressbot.dev.dialogues;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The registrations of a conversation as lines, in any order:
/// `name | e-mail | CPF or passport X | phone | City/UF or City, CC | profile [| badge]`, or `cancelled`.
record Rows(List<String> lines) {
    static final String CANCELLED = "cancelled";

    /// No row: nobody was registered, or everything was erased.
    private static final Set<String> NOTHING = Set.of("none", "erased");

    private static final int LEAST_COLUMNS = 6;
    private static final int MOST_COLUMNS = 7;
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    Rows {
        lines = lines.stream().sorted().toList();
    }

    /// As the lines of a script want them.
    static Rows expected(List<String> lines) {
        return new Rows(lines.stream()
                .filter(line -> !NOTHING.contains(line))
                .map(line -> String.join(" | ", BAR.split(line, -1)))
                .toList());
    }

    static boolean isRow(String line) {
        int columns = BAR.split(line, -1).length;
        return NOTHING.contains(line)
                || line.equals(CANCELLED)
                || (columns >= LEAST_COLUMNS && columns <= MOST_COLUMNS);
    }

    String text() {
        return lines.isEmpty() ? "none" : String.join("\n", lines);
    }
}
