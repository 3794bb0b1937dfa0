package congressbot.bot.llm.openai;

import java.time.Duration;
import java.util.Optional;

/// How one try of a call ended.
public sealed interface Reply<T> {
    /// The server answered what it was asked for.
    ///
    /// @param usage as it says, or guessed
    record Got<T>(T value, Usage usage) implements Reply<T> {}

    /// It answered something else. That is paid all the same.
    record Unreadable<T>() implements Reply<T> {}

    /// It answered that it will not.
    ///
    /// @param retryAfter how long it asks to wait
    /// @param exhausted the account is empty: no wait helps
    record Refused<T>(int status, Optional<Duration> retryAfter, boolean exhausted) implements Reply<T> {
        private static final int TIMEOUT = 408;
        private static final int TOO_MANY = 429;
        private static final int SERVER = 500;

        /// Whether another try may end otherwise.
        public boolean passing() {
            return !exhausted && (status >= SERVER || status == TOO_MANY || status == TIMEOUT);
        }
    }

    /// No whole answer came in time; it may be paid.
    record Late<T>() implements Reply<T> {}

    /// The connection failed, or the answer was too large.
    ///
    /// @param left the request left this process, so it may be paid
    record Unanswered<T>(boolean left) implements Reply<T> {}
}
