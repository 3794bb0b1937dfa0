package congressbot.wire.queue;

/// Whether the reply with a certain key may be sent now.
public sealed interface Reservation {
    /// It is ours to send.
    record Go() implements Reservation {}

    /// Another request is sending it, or died while it did; the reservation ends by itself.
    record InFlight() implements Reservation {}

    /// It was sent.
    ///
    /// @param messageId the channel's id of it
    record AlreadySent(String messageId) implements Reservation {}
}
