package congressbot.bot.llm;

import congressbot.wire.http.Body;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.MessageId;

/// Who caused a call of a model: it tells one person's calls from another's, and not who that is.
///
/// @param digest 16 hexadecimal digits
public record Caller(String digest) {
    private static final int DIGITS = 16;

    static final Caller UNKNOWN = new Caller("0".repeat(DIGITS));

    static Caller of(ConversationId person) {
        return digested(person.value());
    }

    /// Where only the message is known: each is a caller of its own.
    static Caller of(MessageId message) {
        return digested(message.value());
    }

    private static Caller digested(String id) {
        return new Caller(ModelCalls.digest(Body.of(id)).substring(0, DIGITS));
    }
}
