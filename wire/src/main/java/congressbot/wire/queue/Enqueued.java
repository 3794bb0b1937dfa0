package congressbot.wire.queue;

/// What became of the messages of one webhook call: all of them or none.
public enum Enqueued {
    /// They are in Redis; the webhook may be answered with success.
    ACCEPTED,
    /// Too many messages are waiting already; the channel has to try again later.
    BUSY,
    /// Redis lost what was accepted before. It has to come back first, so the channel has to try again later.
    UNSAFE,
    /// They are in Redis, and its replicas have not got them in time. The channel has to try again later; what comes
    /// twice is dropped.
    UNCOPIED
}
