package congressbot.bot.participant;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One field of a registration that became another.
///
/// @param field the column
/// @param old empty when there was no value before
/// @param by the organiser; empty for the person herself in the chat
/// @param channel by which it was changed
/// @param batch the import that did it
public record Change(
        String field,
        Optional<String> old,
        Optional<String> now,
        Optional<String> by,
        String channel,
        OptionalLong batch,
        Instant at) {
    @Override
    public String toString() {
        return "Change[" + field + "]";
    }
}
