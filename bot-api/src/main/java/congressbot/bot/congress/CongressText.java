package congressbot.bot.congress;

import java.util.List;

/// What the text of a `congress.yaml` turned out to be.
public sealed interface CongressText {
    /// Largest text, in bytes. A description is a few hundred; this is no place for data.
    int MAX_BYTES = 262_144;

    record Read(Congress congress) implements CongressText {}

    /// All that is wrong at once, in the order of the lines.
    record Faulty(List<Fault> faults) implements CongressText {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    static CongressText read(String content) {
        return CongressFile.read(content);
    }
}
