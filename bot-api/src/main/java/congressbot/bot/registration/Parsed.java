package congressbot.bot.registration;

import java.util.List;
import java.util.Optional;

/// What became of a text that should be a value.
public sealed interface Parsed<T extends Answer> {
    record Ok<T extends Answer>(T value) implements Parsed<T> {}

    record Invalid<T extends Answer>(Reason reason) implements Parsed<T> {}

    /// Probably another value was meant.
    ///
    /// @param typed the text as a value, where it is one
    record Suggest<T extends Answer>(T suggested, Optional<T> typed) implements Parsed<T> {}

    /// One of these was meant.
    record Choose<T extends Answer>(List<T> candidates) implements Parsed<T> {
        public Choose {
            candidates = List.copyOf(candidates);
        }
    }

    /// "This number": the phone of the chat itself.
    record OfTheChat<T extends Answer>() implements Parsed<T> {}

    /// A value that was heard, and is better read back.
    ///
    /// @param others heard in the same voice note, and read back together with it
    record ReadBack<T extends Answer>(T value, Answers others) implements Parsed<T> {}

    /// A value once the rest of it is told.
    ///
    /// @param part what there is of it
    /// @param missing why it is no value yet
    record Part<T extends Answer>(String part, Reason missing) implements Parsed<T> {
        @Override
        public String toString() {
            return "Part[" + missing + "]";
        }
    }
}
