package congressbot.wire.bot;

import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import java.util.List;

/// `POST /whatsapp`: the waiting messages of one conversation, oldest first. bot-api decides how many of them make one
/// turn: of a burst at most [#BURST]; of what waited for minutes, or of more than anybody types, all.
///
/// @param claim the worker's claim id, for the logs
public record TurnRequest(String claim, ConversationId conversation, List<IncomingMessage> messages) {
    /// A person who writes faster than we answer: more messages than this get more than one answer.
    public static final int BURST = 10;

    public static final int MAX_MESSAGES = 100;

    public TurnRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
            throw new IllegalArgumentException("a turn has 1 to 100 messages");
        }
    }
}
