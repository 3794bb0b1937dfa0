package congressbot.wire.bot;

import java.util.regex.Pattern;

/// `POST /whatsapp/dead`: a message that could not be processed. Texts and not our types, because the message may be
/// dead for being none of them.
///
/// @param id as the queue knows it
/// @param conversation the queue key
/// @param envelope the JSON exactly as it came, readable or not; a replay starts from it
/// @param reason a short machine-readable word, e.g. `attempts`
/// @param attempts how often it was claimed
public record DeadMessage(String id, String conversation, String envelope, String reason, int attempts) {
    private static final Pattern REASON = Pattern.compile("[a-z-]{1,40}");

    public DeadMessage {
        if (id.isBlank() || conversation.isBlank()) {
            throw new IllegalArgumentException("a dead message has an id and a conversation");
        }
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("a reason is one short word, with hyphens");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("a dead message was claimed at least once");
        }
    }

    /// For logs: without the message.
    @Override
    public String toString() {
        return "DeadMessage[%s after %d attempts]".formatted(reason, attempts);
    }
}
