package congressbot.wire.bot;

import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import java.util.List;

/// `POST /whatsapp`: the waiting messages of one conversation, oldest first.
///
/// @param claim the worker's claim id, for the logs
public record TurnRequest(String claim, ConversationId conversation, List<IncomingMessage> messages) {
    public static final int MAX_MESSAGES = 10;

    public TurnRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
            throw new IllegalArgumentException("a turn has 1 to 10 messages");
        }
    }
}
