package congressbot.bot.attention;

import congressbot.bot.registration.Effect;
import java.time.Instant;
import java.util.Locale;

/// Something in a chat that the organisers should look at.
///
/// @param who how the person is called in the panel
public record Alert(long id, long conversation, Kind kind, Instant raisedAt, String who) {
    /// What happened.
    public enum Kind {
        ASKED,
        FAILURES,
        INSULT,
        PROBING,
        /// Somebody wrote on the organisers' own phone.
        STAFF;

        public static Kind of(Effect.Why why) {
            return switch (why) {
                case ASKED -> ASKED;
                case FAILURES -> FAILURES;
                case INSULT -> INSULT;
                case PROBING -> PROBING;
            };
        }

        /// How it is stored, and named in texts.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind read(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// Without the name, which is personal.
    @Override
    public String toString() {
        return "Alert[%d, %s]".formatted(conversation, kind);
    }
}
