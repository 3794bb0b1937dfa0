package congressbot.bot.office;

import congressbot.bot.participant.Sheet;
import congressbot.bot.registration.Field;
import java.util.Set;

/// What came of what an organiser did to one registration.
public sealed interface Outcome {
    record Done(long number) implements Outcome {}

    /// There is none with this number in this congress.
    record NotFound() implements Outcome {}

    /// Somebody else changed it since it was looked at. Nothing was stored.
    ///
    /// @param now as it is
    record Overtaken(Sheet now) implements Outcome {}

    /// The document or the address is another registration's. Nothing was stored.
    ///
    /// @param fields CPF, EMAIL
    record Taken(Set<Field> fields) implements Outcome {
        public Taken {
            fields = Set.copyOf(fields);
        }
    }

    /// It is cancelled, or is not, so that nothing can be done. Nothing was stored.
    record OutOfPlace() implements Outcome {}
}
