package congressbot.migrations.backup;

import java.util.List;

/// What came of a backup or of a restore.
public sealed interface Outcome {
    /// Everything was copied.
    ///
    /// @param tables all of them, in the order in which they were copied
    record Done(List<TableRows> tables) implements Outcome {
        public Done {
            tables = List.copyOf(tables);
        }
    }

    /// Nothing was changed.
    ///
    /// @param why a sentence for the operator
    record Refused(String why) implements Outcome {}
}
