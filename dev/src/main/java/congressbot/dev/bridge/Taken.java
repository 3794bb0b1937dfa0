package congressbot.dev.bridge;

import java.time.Instant;

/// What became of a message that we asked a bridge to send.
public sealed interface Taken {
    record Sent(String id, Instant at) implements Taken {}

    /// The bridge has lost WhatsApp.
    record NotConnected() implements Taken {}

    /// The bridge itself is not ready.
    record Starting() implements Taken {}
}
