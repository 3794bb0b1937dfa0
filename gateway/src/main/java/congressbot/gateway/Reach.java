package congressbot.gateway;

import congressbot.gateway.pacing.Permit;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.queue.OurNumber;
import congressbot.wire.queue.OurNumbers;
import congressbot.wire.queue.Proactive;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all gateways together let a number of ours say that nobody asked for: its share of the day,
/// and nothing while the channel lets it write to nobody new.
final class Reach {
    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    /// A limit lasts hours to days, and the channel does not say how long.
    private static final OurNumbers.Pauses PAUSES =
            new OurNumbers.Pauses(Duration.ofMinutes(15), Duration.ofHours(6), Duration.ofDays(1));

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Set<OurNumber> seen = ConcurrentHashMap.newKeySet();
    private final PatientQueue queue;
    private final List<Integer> shares;
    private final GatewayTimes times;
    private final InstantSource time;

    /// @param shares of a number's days, the last for ever
    Reach(PatientQueue queue, List<Integer> shares, GatewayTimes times, InstantSource time) {
        this.queue = queue;
        this.shares = List.copyOf(shares);
        this.times = times;
        this.time = time;
    }

    /// Notes once that we have this number: it grows older from now on. Should it fail, it grows
    /// older from the next start or the first proactive message on.
    void see(OurNumber number) {
        if (seen.add(number)) {
            queue.ask(times.redis(), q -> q.numbers().seen(number, time.instant()));
        }
    }

    /// Counts one thing more, if it may be said now.
    Permit ask(OurNumber number) {
        Instant now = time.instant();
        Optional<Proactive> answer = queue.ask(times.redis(), q -> q.numbers().proactive(number, now, shares));
        return answer.map(proactive -> permit(proactive, now))
                .orElseGet(() -> new Permit.Later("the queue does not answer", SOON));
    }

    /// What was counted last was not sent.
    void unsaid(OurNumber number) {
        queue.ask(times.redis(), q -> q.numbers().unsaid(number));
    }

    /// The channel lets this number write to nobody new. It is told to the organisers each time that
    /// a pause begins.
    void limited(OurNumber number) {
        Instant now = time.instant();
        queue.ask(times.redis(), q -> q.numbers().limited(number, now, PAUSES))
                .filter(OurNumbers.Limit::fresh)
                .ifPresent(limit -> tell(number, limit.until(), now));
    }

    private void tell(OurNumber number, Instant until, Instant now) {
        LOG.atWarn()
                .addKeyValue("channel", number.channel())
                .addKeyValue("until", until)
                .log("WhatsApp lets this number write to nobody new; replies go on");
        String fact = Json.write(new GatewayFact.ReachLimited(number.channel(), number.account(), until, now));
        if (!queue.ask(times.redis(), q -> q.report(fact)).orElse(false)) {
            LOG.atWarn().log("that a number is limited cannot be told to the organisers");
        }
    }

    private static Permit permit(Proactive answer, Instant now) {
        return switch (answer) {
            case Proactive.Go() -> new Permit.Go();
            case Proactive.Limited(Instant until) ->
                new Permit.Later("WhatsApp lets this number write to nobody new", Duration.between(now, until));
            case Proactive.Spent(Instant until) ->
                new Permit.Later("the number has said its share of the day", Duration.between(now, until));
        };
    }
}
