package congressbot.bot.conversation;

import congressbot.bot.registration.Field;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A waiting message as it is to be heard, with the messages that changed it meanwhile and belong to
/// its turn.
///
/// @param message with the words that are heard
/// @param changes its own edits and its deletion
/// @param told the fields that it gave a value, once it was heard
record Uttered(IncomingMessage message, Fate fate, List<IncomingMessage> changes, Set<Field> told) {
    Uttered {
        changes = List.copyOf(changes);
        told = Set.copyOf(told);
    }

    static Uttered of(IncomingMessage message, Fate fate, List<IncomingMessage> changes) {
        return new Uttered(message, fate, changes, Set.of());
    }

    /// The same, once it is known what it told.
    Uttered telling(Set<Field> fields) {
        return new Uttered(message, fate, changes, fields);
    }

    /// Whether it says anything to anybody.
    boolean isHeard() {
        return switch (fate) {
            case Fate.Heard _, Fate.Edited _, Fate.Corrects _, Fate.Replaces _ -> true;
            case Fate.Deleted _, Fate.Overtaken _, Fate.Deletes _, Fate.Nothing _ -> false;
        };
    }

    /// Everything that takes effect with it.
    Stream<MessageId> ids() {
        return Stream.concat(Stream.of(message), changes.stream()).map(IncomingMessage::id);
    }

    /// How many messages take effect with it.
    int size() {
        return 1 + changes.size();
    }
}
