package congressbot.dev.simulator;

import congressbot.dev.bridge.Dialect;
import java.time.Duration;
import java.util.List;

/// How long the simulated bridge takes, for what.
///
/// @param pauses between two tries of a webhook
/// @param tries how long all tries of a webhook may take together
/// @param away how long WhatsApp is gone when a person asks for it
/// @param slow over a reply, when a person asks for it
/// @param lateCopy between the first copies of a message and the last
/// @param heldBack how long a message waits for the next one to overtake it
record BridgeTimes(
        List<Duration> pauses, Duration tries, Duration away, Duration slow, Duration lateCopy, Duration heldBack) {
    BridgeTimes {
        pauses = List.copyOf(pauses);
    }

    /// The pauses are the bridge's own; the others are long enough to be seen, and short enough to be
    /// waited for.
    static BridgeTimes normal(Dialect.Patience patience) {
        return new BridgeTimes(
                patience.pauses(),
                patience.all(),
                Duration.ofSeconds(20),
                Duration.ofSeconds(6),
                Duration.ofSeconds(2),
                Duration.ofSeconds(6));
    }
}
