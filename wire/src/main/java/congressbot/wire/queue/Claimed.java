package congressbot.wire.queue;

import java.time.Duration;

/// What a worker gets when it asks for work.
public sealed interface Claimed permits Claim, Claimed.Idle {

    /// Nothing is ready.
    ///
    /// @param atMost how long to wait for a message: until a conversation may become ready by itself, 5 to 200 ms
    record Idle(Duration atMost) implements Claimed {}
}
