package congressbot.bot.llm;

import java.util.List;
import java.util.Locale;

/// What became of a question that an [Assistant] was asked.
public sealed interface Advice {
    /// An answer that passed every check.
    ///
    /// @param text plain text of at most 700 characters
    /// @param sources ids of the passages that it is drawn from, at least one; 0 stands for the state
    ///     of the caller's own registration
    record Answered(String text, List<Long> sources) implements Advice {
        public Answered {
            sources = List.copyOf(sources);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("an answer names its sources");
            }
        }
    }

    /// The passages do not hold the answer.
    record NotThere() implements Advice {}

    /// There is no advice: answer without.
    record None(Reason reason) implements Advice {}

    /// Why there is no advice; the word counts in the metrics.
    enum Reason {
        OFF,
        /// All permits are taken.
        BUSY,
        /// The circuit breaker is open.
        BROKEN,
        PERSON_BUDGET,
        DAILY_BUDGET,
        TIMEOUT,
        /// The model's server failed or refused.
        FAILED,
        /// The answer was not what we asked for.
        MALFORMED,
        /// No passage was cited.
        UNCITED,
        /// A check of the answer's words failed.
        OFF_LIMITS;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
