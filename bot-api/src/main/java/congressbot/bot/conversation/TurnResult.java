package congressbot.bot.conversation;

import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Option;
import congressbot.wire.message.OutgoingMessage;
import java.util.List;
import java.util.Optional;

/// How a turn ended.
public sealed interface TurnResult {
    /// The turn took effect, now or before.
    ///
    /// @param consumed how many of the leading messages belong to it
    /// @param reply empty when nothing is said
    /// @param key names the turn; the idempotency key of its reply
    /// @param outgoing the reply for the gateway, when there is one to send now
    record Answered(
            int consumed,
            Optional<String> reply,
            Step step,
            List<Option> options,
            String key,
            SendState send,
            Optional<OutgoingMessage> outgoing)
            implements TurnResult {
        public Answered {
            options = List.copyOf(options);
        }
    }

    /// The first message is known from another conversation: nobody else's reply is shown.
    record Foreign() implements TurnResult {}
}
