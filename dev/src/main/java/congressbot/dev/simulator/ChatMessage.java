package congressbot.dev.simulator;

import java.time.Instant;
import java.util.Optional;

/// One message of a chat.
///
/// @param id WhatsApp's
/// @param magicWord what the person asked the bridge to do wrong with it, as typed
record ChatMessage(
        String id, Sender from, Instant at, Delivery status, ChatContent content, Optional<String> magicWord) {
    ChatMessage with(Delivery newStatus) {
        return new ChatMessage(id, from, at, newStatus, content, magicWord);
    }

    /// A magic word alone: the bridge never saw it.
    boolean forNobody() {
        return content instanceof ChatContent.Text(String text) && magicWord.equals(Optional.of(text));
    }

    boolean undelivered() {
        return from == Sender.PERSON && status.compareTo(Delivery.DELIVERED) < 0;
    }
}
