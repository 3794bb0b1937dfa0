package congressbot.wire.bot;

import congressbot.wire.message.Option;
import congressbot.wire.message.OutgoingMessage;
import java.util.List;
import java.util.Optional;

/// The answer of `POST /whatsapp`.
///
/// @param consumed how many of the leading messages belong to this turn: at least 1
/// @param reply the text, empty when nothing is said
/// @param step where the conversation stands now
/// @param options the answers offered by the reply
/// @param send what to do with the reply
/// @param requestId the request id of the turn
public record TurnAnswer(
        int consumed, Optional<String> reply, Step step, List<Option> options, Send send, String requestId) {
    public TurnAnswer {
        if (consumed < 1) {
            throw new IllegalArgumentException("a turn consumes at least one message");
        }
        options = List.copyOf(options);
    }

    /// The reply's way out.
    ///
    /// @param key the outbox row's key: the idempotency key at the gateway
    /// @param message the body for the gateway, present when `state` is [SendState#NOW]
    public record Send(String key, SendState state, Optional<OutgoingMessage> message) {}
}
