package congressbot.dev.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A table in Markdown: names at the left, figures at the right.
final class Table {
    private final StringBuilder text = new StringBuilder();

    /// @param heads of the columns; of those the first ones hold names
    Table(int names, String... heads) {
        row(heads);
        text.append('|');
        for (int i = 0; i < heads.length; i++) {
            text.append(i < names ? "---|" : "---:|");
        }
        text.append('\n');
    }

    Table row(String... cells) {
        text.append(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    String text() {
        return text.toString();
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String percent(double part) {
        return number(100 * part, 0) + " %";
    }
}
