package congressbot.bot.deadletter;

import congressbot.bot.conversation.DeadLetter;
import java.time.Instant;
import java.util.List;

/// A dead letter in the list: nothing of what was written, and not by whom.
///
/// @param conversation masked
record Listed(
        long number,
        String congress,
        Instant since,
        String conversation,
        String reason,
        int attempts,
        DeadLetter.Status status) {
    static Listed of(DeadLetter letter) {
        return new Listed(
                letter.number(),
                letter.congress(),
                letter.createdAt(),
                letter.conversation(),
                letter.reason(),
                letter.attempts(),
                letter.status());
    }

    /// The answer of `GET /whatsapp/dead`.
    record All(List<Listed> letters) {
        All {
            letters = List.copyOf(letters);
        }
    }
}
