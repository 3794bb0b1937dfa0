package congressbot.bot.knowledge;

import congressbot.bot.congress.Fault;
import java.util.List;

/// What became of a draft.
public sealed interface Saved {
    record Done(Edition edition) implements Saved {}

    /// It says what the last version says.
    record Unchanged(Edition edition) implements Saved {}

    record Faulty(List<Fault> faults) implements Saved {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// Somebody else wrote a version meanwhile: nothing was stored.
    record Outdated(Version newest) implements Saved {}
}
