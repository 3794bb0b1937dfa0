package congressbot.wire.gateway;

import java.time.Duration;

/// How a call of `POST /send-text` ended, as its caller sees it.
public sealed interface Sending {
    /// The channel took it.
    ///
    /// @param messageId the channel's own id
    record Sent(String messageId) implements Sending {}

    /// Another request with this key is under way: whether it succeeds is not known.
    record InFlight() implements Sending {}

    /// The channel will never take this message.
    record Refused() implements Sending {}

    /// Not sent; the gateway asks for a pause.
    record TryLater(Duration pause) implements Sending {}

    /// The channel took it or not: nobody knows. Sending again may say it twice.
    record Unknown() implements Sending {}

    /// The gateway did not answer. Asking it again with the same key is safe: it knows what it has sent.
    record NoAnswer(String detail) implements Sending {}
}
