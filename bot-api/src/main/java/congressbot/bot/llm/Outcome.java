package congressbot.bot.llm;

import congressbot.bot.llm.openai.Usage;

/// How a call ended, its tries together.
sealed interface Outcome<T> {
    /// It has its answer.
    record Got<T>(T value, Usage usage) implements Outcome<T> {}

    /// No try was made: nothing is to be paid, or to be written down.
    record Untried<T>(Advice.Reason reason) implements Outcome<T> {}

    /// Nothing came of it.
    ///
    /// @param tries that may have to be paid, though nothing came of them
    record Failed<T>(Advice.Reason reason, int tries) implements Outcome<T> {}
}
