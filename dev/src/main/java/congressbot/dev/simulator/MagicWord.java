package congressbot.dev.simulator;

/// What a person can ask the bridge to do wrong.
enum MagicWord {
    /// The webhook comes three times, two of them at once.
    COPIES,
    /// The bridge takes its time over the reply.
    SLOWNESS,
    /// The bridge refuses the reply twice.
    REFUSALS,
    /// WhatsApp is away for a while.
    OFF_AIR,
    /// The next message overtakes this one.
    DISORDER
}
