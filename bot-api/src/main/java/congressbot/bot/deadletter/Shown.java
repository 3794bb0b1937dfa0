package congressbot.bot.deadletter;

import congressbot.bot.conversation.DeadLetter;
import congressbot.bot.registration.Dialogue;
import java.time.Instant;
import java.util.Optional;

/// The answer of `GET /whatsapp/dead/{number}`: a dead letter with all that it holds.
///
/// @param handledAt empty while nobody has decided
/// @param words what was written or said, where it can be read
/// @param envelope as it came
record Shown(Listed letter, Optional<Instant> handledAt, Optional<String> words, String envelope) {
    static Shown of(DeadLetter letter) {
        return new Shown(
                Listed.of(letter),
                letter.handledAt(),
                letter.message().flatMap(message -> Dialogue.words(message.content())),
                letter.envelope());
    }

    /// Without what it holds, which is personal.
    @Override
    public String toString() {
        return "Shown[" + letter + "]";
    }
}
