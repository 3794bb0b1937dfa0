package congressbot.gateway.bridge;

import congressbot.wire.http.Body;
import java.time.Duration;

/// What links a number to a bridge.
public sealed interface Pairing {
    /// A picture to be scanned, as the bridge drew it.
    ///
    /// @param fresh how long it can be scanned
    record Qr(Body png, Duration fresh) implements Pairing {}

    /// There is nothing to do.
    ///
    /// @param account the number, or the instance where it is not told
    record Linked(String account) implements Pairing {}

    /// The bridge is preparing one.
    record Waiting() implements Pairing {}

    /// It cannot be linked now.
    ///
    /// @param reason for operators, without anything personal
    record Failed(String reason) implements Pairing {}
}
