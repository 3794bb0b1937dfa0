package congressbot.bot.registration;

import java.util.Optional;

/// What became of a text that should be a value.
public sealed interface Parsed<T extends Answer> {
    record Ok<T extends Answer>(T value) implements Parsed<T> {}

    record Invalid<T extends Answer>(Reason reason) implements Parsed<T> {}

    /// Probably another value was meant.
    ///
    /// @param typed the text as a value, where it is one
    record Suggest<T extends Answer>(T suggested, Optional<T> typed) implements Parsed<T> {}
}
