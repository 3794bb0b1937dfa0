package congressbot.gateway.pairing;

import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Session.Ban;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.pairing.Link.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// What a page tells of one number.
///
/// @param now of the page
public record NumberView(Instance instance, Seen seen, Instant now) {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM HH:mm").withZone(ZoneId.of("America/Sao_Paulo"));

    static NumberView of(Link link, InstantSource time) {
        return new NumberView(link.instance(), link.look(), time.instant());
    }

    public State state() {
        return seen.session().state();
    }

    /// The state as the pages' stylesheet knows it.
    public String look() {
        if (taken() || awaited()) {
            return "warm";
        }
        return switch (state()) {
            case CONNECTED -> "good";
            case DISCONNECTED -> "warm";
            case LOGGED_OUT, UNREACHABLE, BANNED, OUTDATED -> "bad";
        };
    }

    /// As people read it; empty where the bridge does not tell.
    public String number() {
        return seen.session().phone().map(TypedNumber::shown).orElse("");
    }

    /// WhatsApp's number for the reason of a ban; 0 where it is not told.
    public int banCode() {
        return ban().code().orElse(0);
    }

    /// When a ban ends, in Brasília; empty where it is not told.
    public String banEnd() {
        return ban().until().map(MOMENT::format).orElse("");
    }

    private Ban ban() {
        return seen.session().ban().orElse(Ban.UNTOLD);
    }

    public Offer offer() {
        return seen.offer();
    }

    public boolean taken() {
        return seen.taken();
    }

    /// A person can link the number now, or again.
    public boolean linkable() {
        return switch (state()) {
            case LOGGED_OUT, DISCONNECTED, BANNED, OUTDATED -> !taken();
            case CONNECTED, UNREACHABLE -> false;
        };
    }

    /// Something that the bridge gave, or did not give, is shown.
    public boolean offered() {
        return linkable() && !(offer() instanceof Offer.Nothing);
    }

    /// Somebody is about to use the phone.
    public boolean awaited() {
        return linkable()
                && switch (offer()) {
                    case Offer.Qr _, Offer.Code _, Offer.Waiting _ -> true;
                    case Offer.Nothing _, Offer.Expired _, Offer.Failed _ -> false;
                };
    }

    /// Somebody can choose how to link the number.
    public boolean choosable() {
        return linkable() && !awaited();
    }

    /// Linking anew is what is needed, and no last resort.
    public boolean wanting() {
        return state() == State.LOGGED_OUT;
    }

    public String path() {
        return PairingPages.NUMBERS + "/" + instance.path();
    }

    /// Where the part of the page that changes is got.
    public String livePath() {
        return PairingPages.LIVE + "/" + instance.path();
    }

    /// Until the next picture, or the end of the code, in seconds.
    public long secondsLeft() {
        return switch (offer()) {
            case Offer.Qr qr -> seconds(qr.renewal());
            case Offer.Code code -> seconds(code.end());
            case Offer.Nothing _, Offer.Waiting _, Offer.Expired _, Offer.Failed _ -> 0;
        };
    }

    private long seconds(Instant end) {
        return Math.max(0, Duration.between(now, end).plus(SECOND).minusNanos(1).dividedBy(SECOND));
    }

    /// After how many seconds a browser without scripts loads the page again; 0: not while somebody
    /// may be typing.
    public int refresh() {
        boolean waiting = taken() || !(offer() instanceof Offer.Nothing);
        if (waiting) {
            return 5;
        }
        return linkable() ? 0 : 15;
    }
}
