package congressbot.bot.llm;

import java.time.Duration;

/// Until when something must be done, by the clock that nobody sets.
record Deadline(long nanos) {
    static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /// Negative once it has passed.
    Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }

    /// Whether there is more time than this.
    boolean allows(Duration span) {
        return left().compareTo(span) > 0;
    }
}
