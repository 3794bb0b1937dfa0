package congressbot.wire.queue;

import java.time.Instant;

/// Whether a number of ours may say one thing more that nobody asked for.
public sealed interface Proactive {
    /// Yes, and it is counted.
    record Go() implements Proactive {}

    /// The channel lets the number write to nobody new until then.
    record Limited(Instant until) implements Proactive {}

    /// All that the number may say in one day is said.
    record Spent(Instant until) implements Proactive {}
}
