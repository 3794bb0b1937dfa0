package congressbot.wire.message;

import java.util.List;
import java.util.Optional;

/// What we say in one message. The numbered options stand in `text`; `options` lets a channel with
/// buttons show them in addition.
///
/// @param replyTo the chat id exactly as the channel gave it
/// @param attachment goes with the text, in one message
public record OutgoingMessage(
        String replyTo,
        ChannelName channel,
        String account,
        String text,
        List<Option> options,
        Optional<Attachment> attachment) {
    public OutgoingMessage {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a message without text");
        }
        options = List.copyOf(options);
    }

    public OutgoingMessage(String replyTo, ChannelName channel, String account, String text, List<Option> options) {
        this(replyTo, channel, account, text, options, Optional.empty());
    }

    /// The same message with this file.
    public OutgoingMessage with(Attachment file) {
        return new OutgoingMessage(replyTo, channel, account, text, options, Optional.of(file));
    }
}
