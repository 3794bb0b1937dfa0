package congressbot.bot.llm;

import java.util.Optional;

/// Whoever helps with what our own reading cannot do. Never throws for what a network or a model does, never waits
/// longer than its deadline, and changes nothing but its own books (calls, costs).
public interface Assistant {
    /// Answers a question from the passages, and from nothing else.
    Advice advise(Inquiry inquiry);

    /// Guesses the value of a field that our recognisers did not find in a text.
    ///
    /// @return what is meant, in plain words for the same recogniser; empty when there is no help
    Optional<String> propose(Proposal proposal);
}
