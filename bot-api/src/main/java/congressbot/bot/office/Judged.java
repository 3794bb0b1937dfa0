package congressbot.bot.office;

import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.Sheet;
import congressbot.bot.registration.Registration;
import java.util.Map;
import java.util.Optional;

/// What a row of a file says.
sealed interface Judged {
    /// Somebody who is not registered yet.
    record Added(Registration registration, Status status) implements Judged {}

    /// Something new about somebody.
    record Changed(Sheet before, Registration registration, Status status) implements Judged {}

    /// Nothing new.
    record Same() implements Judged {}

    /// Something that cannot be taken.
    ///
    /// @param about whom it concerns, where that is known
    record Faulty(Optional<Sheet> about, Map<Column, Fault> faults) implements Judged {
        public Faulty {
            faults = Map.copyOf(faults);
        }
    }
}
