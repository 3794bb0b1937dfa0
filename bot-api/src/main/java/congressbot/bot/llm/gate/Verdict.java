package congressbot.bot.llm.gate;

import java.util.List;

/// What the gate says of an answer.
public sealed interface Verdict {
    /// It may be shown.
    ///
    /// @param text tidied, perhaps cut
    /// @param sources what it cites of what it was given, each once
    record Passed(String text, List<Long> sources) implements Verdict {
        public Passed {
            sources = List.copyOf(sources);
        }
    }

    /// It must not be shown.
    record Refused(Rule rule) implements Verdict {}
}
