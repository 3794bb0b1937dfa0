package congressbot.bot.registration;

import java.util.List;
import java.util.Optional;

/// Recognises the values of one field in what people write. One pure implementation a field.
interface Recogniser {
    Field field();

    /// The values in a whole message that give themselves away by their form, in the order in which they stand there.
    List<Finding> find(Said said);

    /// The value of a piece of a message that speaks of this field: it was asked for, or introduced as such.
    Parsed<? extends Answer> read(String piece);

    /// The value, when the piece is a value of this field and can hardly be anything else, whoever asked.
    Optional<? extends Answer> exactly(String piece);

    /// What a part, which was told before, makes together with a message.
    default Optional<Parsed<? extends Answer>> completed(String part, Said rest) {
        return Optional.empty();
    }
}
