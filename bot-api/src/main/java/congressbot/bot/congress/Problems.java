package congressbot.bot.congress;

import congressbot.bot.congress.Fault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is wrong with a file, line by line.
final class Problems {
    private final List<Fault> found = new ArrayList<>();

    void add(int line, Kind kind, Object... values) {
        found.add(Fault.at(line, kind, values));
    }

    boolean none() {
        return found.isEmpty();
    }

    /// In the order of the lines.
    List<Fault> all() {
        return found.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }
}
