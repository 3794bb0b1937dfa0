package congressbot.bot.congress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is wrong with a file, line by line.
final class Problems {
    private record Problem(int line, String message) {}

    private final List<Problem> found = new ArrayList<>();

    void add(int line, String message) {
        found.add(new Problem(line, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    /// In the order of the lines.
    List<String> of(String file) {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(problem -> file + ":" + problem.line() + ": " + problem.message())
                .toList();
    }
}
