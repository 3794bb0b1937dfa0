package congressbot.wire.queue;

/// What became of the wish that a reply is not sent.
public sealed interface Withdrawal {
    /// Nobody began to send it, and nobody will.
    record Withdrawn() implements Withdrawal {}

    /// Somebody is sending it, or died while doing so: ask again. It counts as said before.
    record InFlight() implements Withdrawal {}

    /// It was sent before.
    ///
    /// @param messageId the channel's id of it
    record AlreadySent(String messageId) implements Withdrawal {}
}
