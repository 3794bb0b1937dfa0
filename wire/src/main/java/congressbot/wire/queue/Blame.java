package congressbot.wire.queue;

/// Why a claim is given back unfinished.
public enum Blame {
    /// The message itself cannot be processed: its attempt stays counted, and too many make it dead.
    MESSAGE,
    /// Something else is down or busy: the attempt is taken back.
    NEIGHBOUR
}
