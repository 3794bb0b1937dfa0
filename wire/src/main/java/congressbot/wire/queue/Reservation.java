package congressbot.wire.queue;

import java.time.Instant;
import java.util.Optional;

/// Whether the reply with a certain key may be sent now.
public sealed interface Reservation {
    /// It is ours to send.
    ///
    /// @param triedAt when another request began to send it of which nobody knows how it ended: the person may have
    ///     it. By the clock of Redis
    record Go(Optional<Instant> triedAt) implements Reservation {}

    /// Another request is sending it, or died while it did; the reservation ends by itself.
    record InFlight() implements Reservation {}

    /// It was sent.
    ///
    /// @param messageId the channel's id of it
    record AlreadySent(String messageId) implements Reservation {}
}
