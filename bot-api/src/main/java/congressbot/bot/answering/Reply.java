package congressbot.bot.answering;

import congressbot.bot.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is said to a question.
///
/// @param text empty when nobody knows the answer
/// @param sources ids of the passages that it is drawn from
public record Reply(Optional<Text> text, By by, List<Long> sources) {
    static final Reply UNKNOWN = new Reply(Optional.empty(), By.NOBODY, List.of());

    public Reply {
        sources = List.copyOf(sources);
    }

    /// Whose words they are.
    public enum By {
        /// Sentences of ours with the facts of `congress.yaml`.
        FACTS,
        /// The organisers' own words.
        PASSAGE,
        MODEL,
        NOBODY;

        /// As it is stored.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Totals that were counted for this reply.
    public static Reply figures(Text text) {
        return of(text, By.FACTS, List.of());
    }

    static Reply of(Text text, By by, List<Long> sources) {
        return new Reply(Optional.of(text), by, sources);
    }
}
