package congressbot.dev.bench;

import java.util.List;

/// Something is missing, or too much: the figures would say nothing.
final class BrokenRun extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    BrokenRun(List<String> problems) {
        super(problems.size() + " problems");
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }

    /// Goes on when there are none.
    static void unlessNone(List<String> problems) throws BrokenRun {
        if (!problems.isEmpty()) {
            throw new BrokenRun(problems);
        }
    }
}
