package congressbot.gateway.pairing;

import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import congressbot.wire.message.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How one number of ours is linked to WhatsApp, the same for everybody who looks. The bridge is asked because somebody
/// looks, by one at a time and at most every two seconds, however many browsers there are.
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    static final Duration KEPT = Duration.ofSeconds(2);

    /// How long codes are renewed after somebody asked: a page that was left open asks WhatsApp for no more.
    static final Duration RENEWED = Duration.ofMinutes(5);

    /// How long a phone takes a typed code, as the bridges' library has it.
    static final Duration CODE_VALID = Duration.ofSeconds(160);

    /// The next picture is asked for so much before the present one is stale, or at the last quarter of a short life.
    private static final Duration LEAD = Duration.ofSeconds(3);

    /// A number that is in one of these and then without a connection is linked to another phone.
    private static final Set<State> UNLINKED = Set.of(State.LOGGED_OUT, State.BANNED, State.OUTDATED);

    private final ReentrantLock lock = new ReentrantLock();
    private final Bridge bridge;
    private final InstantSource time;

    private volatile Optional<Seen> seen = Optional.empty();
    private Instant asked = Instant.MIN;
    private Instant renewedUntil = Instant.MIN;

    Link(Bridge bridge, InstantSource time) {
        this.bridge = bridge;
        this.time = time;
    }

    /// What is known.
    ///
    /// @param version changes whenever something else does
    /// @param before the link's state when the offer was asked for
    record Seen(long version, Session session, Offer offer, State before) {
        /// The phone took what it was offered, and the bridge is not connected yet.
        boolean taken() {
            return !(offer instanceof Offer.Nothing)
                    && UNLINKED.contains(before)
                    && session.state() == State.DISCONNECTED;
        }
    }

    Instance instance() {
        return bridge.instance();
    }

    /// Whoever comes while another one asks gets what was known before.
    Seen look() {
        if (seen.isEmpty()) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return seen.orElseThrow();
        }
        try {
            renew(refreshed());
            return seen.orElseThrow();
        } finally {
            lock.unlock();
        }
    }

    /// Asks for a picture, and renews it for a while.
    void showQr() {
        lock.lock();
        try {
            Seen now = asked();
            if (now.session().state() != State.CONNECTED) {
                renewedUntil = time.instant().plus(RENEWED);
                put(now.session(), pair(), now.session().state());
                LOG.atInfo().addKeyValue("bridge", instance().path()).log("somebody wants to link a number by QR code");
            }
        } finally {
            lock.unlock();
        }
    }

    /// Asks for a code to be typed.
    void showCode(PhoneNumber phone) {
        lock.lock();
        try {
            Seen now = asked();
            if (now.session().state() != State.CONNECTED) {
                put(now.session(), code(phone), now.session().state());
                LOG.atInfo().addKeyValue("bridge", instance().path()).log("somebody wants to link a number by code");
            }
        } finally {
            lock.unlock();
        }
    }

    /// Asks for nothing more.
    void stop() {
        lock.lock();
        try {
            Seen now = refreshed();
            put(now.session(), new Offer.Nothing(), now.session().state());
        } finally {
            lock.unlock();
        }
    }

    private Seen refreshed() {
        boolean fresh = time.instant().isBefore(asked.plus(KEPT));
        return seen.filter(_ -> fresh).orElseGet(this::asked);
    }

    private Seen asked() {
        Session session = bridge.session();
        asked = time.instant();
        State before = session.state() == State.LOGGED_OUT
                ? State.LOGGED_OUT // some bridges connect only because a picture is asked for
                : seen.map(Seen::before).orElse(session.state());
        Offer offer = session.state() == State.CONNECTED
                ? new Offer.Nothing()
                : seen.map(Seen::offer).orElseGet(Offer.Nothing::new);
        return put(session, offer, before);
    }

    /// Only while the link is as it was: once a phone has taken a code, another one would break off what began.
    private void renew(Seen now) {
        Instant instant = time.instant();
        boolean due = switch (now.offer()) {
            case Offer.Qr qr -> !instant.isBefore(qr.renewal());
            case Offer.Waiting waiting -> !instant.isBefore(waiting.asked().plus(KEPT));
            case Offer.Code code -> !instant.isBefore(code.end());
            case Offer.Nothing _, Offer.Expired _, Offer.Failed _ -> false;
        };
        if (!due) {
            return;
        }
        boolean renewable = !(now.offer() instanceof Offer.Code) && instant.isBefore(renewedUntil);
        Seen latest = renewable ? asked() : now;
        if (latest.offer() instanceof Offer.Nothing) {
            return;
        }
        boolean same = latest.session().state() == latest.before();
        if (renewable && same) {
            put(latest.session(), pair(), latest.before());
        } else if (!renewable) {
            put(latest.session(), new Offer.Expired(), latest.before());
        }
    }

    private Offer pair() {
        Pairing pairing = bridge.pair();
        Instant now = time.instant();
        return switch (pairing) {
            case Pairing.Qr(var png, Duration fresh) ->
                new Offer.Qr(QrDrawing.of(png), now.plus(fresh).minus(lead(fresh)));
            case Pairing.Waiting() -> new Offer.Waiting(now);
            case Pairing.Failed(String reason) -> failed(reason);
            case Pairing.Linked _ -> {
                asked = Instant.MIN; // the next look tells to whom
                yield new Offer.Nothing();
            }
        };
    }

    private Offer code(PhoneNumber phone) {
        return switch (bridge.pairByCode(phone)) {
            case PairingCode.Code(String text) ->
                new Offer.Code(text, time.instant().plus(CODE_VALID));
            case PairingCode.Failed(String reason) -> failed(reason);
        };
    }

    private Offer failed(String reason) {
        LOG.atWarn()
                .addKeyValue("bridge", instance().path())
                .addKeyValue("reason", reason)
                .log("the bridge offers nothing to link a number with");
        return new Offer.Failed(reason);
    }

    private static Duration lead(Duration fresh) {
        Duration quarter = fresh.dividedBy(4);
        return quarter.compareTo(LEAD) < 0 ? quarter : LEAD;
    }

    private Seen put(Session session, Offer offer, State before) {
        Seen now = seen.filter(
                        last -> last.session().equals(session) && last.offer().equals(offer) && last.before() == before)
                .orElseGet(() -> new Seen(seen.map(last -> last.version() + 1).orElse(1L), session, offer, before));
        seen = Optional.of(now);
        return now;
    }
}
