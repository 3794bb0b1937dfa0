package congressbot.bot.congress;

import java.nio.file.Path;
import java.util.List;

/// The folder of a congress: `congress.yaml`.
public final class CongressFolder {
    private CongressFolder() {}

    /// What became of reading a folder.
    public sealed interface Outcome {
        record Read(Congress congress) implements Outcome {}

        /// All problems at once, each as `congress.yaml:12: end is before start`.
        record Faulty(List<String> problems) implements Outcome {
            public Faulty {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Outcome read(Path folder) {
        return new Outcome.Faulty(List.of("not written yet: " + folder));
    }
}
