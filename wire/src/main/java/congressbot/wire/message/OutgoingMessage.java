package congressbot.wire.message;

import java.util.List;

/// What we say in one message. The numbered options stand in `text`; `options` lets a channel with buttons show them
/// in addition.
///
/// @param replyTo the chat id exactly as the channel gave it
public record OutgoingMessage(String replyTo, ChannelName channel, String account, String text, List<Option> options) {
    public OutgoingMessage {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a message without text");
        }
        options = List.copyOf(options);
    }
}
