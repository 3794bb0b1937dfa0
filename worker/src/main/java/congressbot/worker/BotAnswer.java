package congressbot.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.TurnAnswer;
import congressbot.wire.http.Exchange;

/// What bot-api made of a turn, and who is to blame when it made nothing. `detail` is for operators.
sealed interface BotAnswer {
    record Answered(TurnAnswer answer) implements BotAnswer {}

    /// One of the messages has the id of a message of another conversation.
    record Foreign() implements BotAnswer {}

    /// One of the messages is at fault.
    record Refused(String detail) implements BotAnswer {}

    /// It answered, and not in our language.
    record Strange(String detail) implements BotAnswer {}

    /// The request left and no answer came: it is down, or it hangs over these messages.
    record Silent(String detail) implements BotAnswer {}

    /// It is down, overloaded or wrongly set up; the messages are innocent.
    record Unavailable(String detail) implements BotAnswer {}

    /// Judges how the call ended.
    ///
    /// @param messages how many were asked about
    static BotAnswer of(Exchange exchange, int messages) {
        return switch (exchange) {
            case Exchange.Answered answered -> of(answered, messages);
            case Exchange.NotSent(String reason) -> new Unavailable("not sent: " + reason);
            case Exchange.NoAnswer(String reason) -> new Silent("no answer: " + reason);
        };
    }

    private static BotAnswer of(Exchange.Answered answered, int messages) {
        return switch (answered.status()) {
            case 200 -> read(answered.body(), messages);
            case 409 -> new Foreign();
            // 500 is bot-api's word for "this request makes my own code fail"; what passes by itself it answers 503.
            case 400, 413, 422, 500 -> new Refused("status " + answered.status());
            // Everything else, a wrong key or address included, says nothing about the message. If it counted, a
            // mistake in the configuration would make a dead letter of everybody's message within a quarter minute.
            default -> new Unavailable("status " + answered.status());
        };
    }

    private static BotAnswer read(String body, int messages) {
        try {
            TurnAnswer answer = Json.read(body, TurnAnswer.class);
            if (answer.consumed() > messages) {
                return new Strange("more consumed than sent");
            }
            if (answer.send().state() == SendState.NOW
                    && answer.send().message().isEmpty()) {
                return new Strange("nothing to send now");
            }
            return new Answered(answer);
        } catch (JsonProcessingException _) {
            return new Strange("not the JSON of an answer");
        }
    }
}
