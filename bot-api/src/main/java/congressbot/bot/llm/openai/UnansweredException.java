package congressbot.bot.llm.openai;

import dev.langchain4j.exception.LangChain4jException;

/// No whole answer came, for another reason than time.
final class UnansweredException extends LangChain4jException {
    private static final long serialVersionUID = 1;

    private final boolean left;

    /// @param left the request left this process, so it may have been worked on and paid
    UnansweredException(boolean left, String reason) {
        super(reason);
        this.left = left;
    }

    boolean left() {
        return left;
    }
}
