package congressbot.wire.queue;

/// Whether Redis is still the one that we know: a key that bot-api planted tells.
public sealed interface Marker {
    /// It stands.
    ///
    /// @param number grows with every look, whoever looks
    record Standing(long number) implements Marker {}

    /// What was accepted and not processed may be lost.
    record Lost(Cause cause) implements Marker {}

    /// How it is known.
    enum Cause {
        /// There is no marker.
        WIPED,
        /// There is somebody else's.
        FOREIGN,
        /// There is ours of an earlier moment: a stale replica, an old file.
        ROLLED_BACK
    }
}
