package congressbot.gateway;

import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.SendResult.ReachLimited;
import congressbot.gateway.bridge.SendResult.Refused;
import congressbot.gateway.bridge.SendResult.Sent;
import congressbot.gateway.bridge.SendResult.TryLater;
import congressbot.gateway.bridge.SendResult.Unknown;
import congressbot.gateway.pacing.Buckets;
import congressbot.gateway.pacing.Departure;
import congressbot.gateway.pacing.Permit;
import congressbot.wire.message.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Hands a message to the bridge of its number, when it is fit to be sent and the number may speak.
final class HandOver {
    /// WhatsApp tells whole seconds, and its clock and that of Redis may differ.
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    private final Bridges bridges;
    private final Optional<Buckets> buckets;
    private final Reach reach;
    private final InstantSource time;

    /// @param buckets empty when nobody keeps a pace
    HandOver(Bridges bridges, Optional<Buckets> buckets, Reach reach, InstantSource time) {
        this.bridges = bridges;
        this.buckets = buckets;
        this.reach = reach;
        this.time = time;
    }

    /// Asks the bridge whether an earlier try reached the chat.
    Search search(String key, OutgoingMessage message, Instant triedAt) {
        return bridges.of(message)
                .map(bridge -> bridge.sentSince(message, key, triedAt.minus(CLOCKS_DIFFER)))
                .orElseGet(Search.Unknowable::new);
    }

    /// Sends it, or says why not.
    ///
    /// @param atMost the bridge's time for it
    SendResult send(String key, OutgoingMessage message, Duration atMost) {
        Optional<Bridge> bridge = bridges.of(message);
        if (bridge.isEmpty()) {
            return new Refused("no such channel here");
        }
        return switch (Sendable.of(message)) {
            case Sendable.Unfit(String reason) -> new Refused(reason);
            case Sendable.Fit(OutgoingMessage fit) -> send(bridge.get(), key, fit, atMost);
        };
    }

    private SendResult send(Bridge bridge, String key, OutgoingMessage message, Duration atMost) {
        Departure departure = Departure.of(key, message);
        return switch (permit(departure)) {
            case Permit.Go() -> noted(departure, bridge.send(message, key, atMost));
            case Permit.Later(String reason, Duration after) -> new TryLater(reason, after);
        };
    }

    private Permit permit(Departure departure) {
        reach.see(departure.number());
        Permit own = buckets.map(all -> all.take(departure, time.instant())).orElseGet(Permit.Go::new);
        if (!departure.proactive() || !(own instanceof Permit.Go)) {
            return own;
        }
        Permit shared = reach.ask(departure.number());
        if (shared instanceof Permit.Later(String _, Duration after)) {
            buckets.ifPresent(all -> all.hush(departure.number(), time.instant().plus(after)));
        }
        return shared;
    }

    private SendResult noted(Departure departure, SendResult result) {
        boolean unsent = switch (result) {
            case Sent _, Unknown _ -> false;
            case TryLater _, Refused _ -> true;
            case ReachLimited _ -> {
                reach.limited(departure.number());
                yield true;
            }
        };
        if (unsent && departure.proactive()) {
            reach.unsaid(departure.number());
        }
        return result;
    }
}
