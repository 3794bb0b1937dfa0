package congressbot.gateway.pacing;

import java.time.Duration;

/// Whether a message may leave now.
public sealed interface Permit {
    record Go() implements Permit {}

    /// Not before a while.
    ///
    /// @param reason for operators
    record Later(String reason, Duration after) implements Permit {}
}
