package congressbot.gateway;

import java.time.Duration;

/// How long the gateway waits, for what.
///
/// @param redis an answer of the queue, with all its repetitions: a webhook that takes longer is sent again
/// @param reservation how long a send that nobody renews keeps others from sending the same
/// @param renewal between two renewals of a reservation
/// @param stale age of a reservation at which a paused process no longer trusts it
/// @param bridge the bridge's answer to a send
/// @param recording how long a caller waits until its send is recorded
/// @param sessionPoll between two questions whether a bridge is linked
/// @param hearing between two notes that everything arrives
/// @param harmless time without such a note in which nothing is lost: a bridge repeats a webhook for about 15 s
/// @param recoveryPause after the first try to fetch what was lost; it doubles with each
record GatewayTimes(
        Duration redis,
        Duration reservation,
        Duration renewal,
        Duration stale,
        Duration bridge,
        Duration recording,
        Duration sessionPoll,
        Duration hearing,
        Duration harmless,
        Duration recoveryPause) {
    /// The bridge gives up a send after 45 s: waiting longer turns a slow answer into a known one. The reservation is
    /// short, because a crash must not block the reply, so it is renewed while the bridge works: two sends never
    /// overlap, in whatever process.
    static GatewayTimes normal() {
        return new GatewayTimes(
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(50),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(4),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
    }
}
