package congressbot.gateway.bridge;

import congressbot.wire.message.IncomingMessage;
import java.util.List;

/// What a bridge kept of the time in which we may not have heard it.
public sealed interface Missed {
    /// Oldest first.
    ///
    /// @param unread chats, masked, whose messages were not read, and what else of them is not here
    record Messages(List<IncomingMessage> messages, List<String> unread) implements Missed {
        public Messages {
            messages = List.copyOf(messages);
            unread = List.copyOf(unread);
        }
    }

    /// It keeps nothing that could be asked for.
    record NoHistory() implements Missed {}

    /// It does not give it out now.
    ///
    /// @param reason for operators, without anything personal
    record TryLater(String reason) implements Missed {}
}
