package congressbot.gateway.bridge;

import congressbot.wire.http.Exchange;
import java.net.URI;
import java.util.List;

/// One thing that a look at a bridge found, for `doctor`. What is said about each kind, and what to
/// do, stands in `findings.properties`.
///
/// @param details what the kind's text names, in the order that the kind tells; never a secret,
///     and of a webhook's address not its unguessable part
public record Finding(Kind kind, List<String> details) {
    /// Stands for what nobody may read.
    public static final String HIDDEN = "…";

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    public Finding {
        details = List.copyOf(details);
        if (details.size() != kind.details) {
            throw new IllegalArgumentException(kind + " has " + kind.details + " details");
        }
    }

    public static Finding of(Kind kind, String... details) {
        return new Finding(kind, List.of(details));
    }

    /// The address of somebody else's webhook, as far as it may be shown: what follows the host may be
    /// a secret.
    public static String shown(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() == null
                    ? HIDDEN
                    : uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/"
                            + HIDDEN;
        } catch (IllegalArgumentException _) {
            return HIDDEN;
        }
    }

    /// How grave it is.
    public enum Level {
        OK,
        /// To be known, and seen to once; nothing is wrong.
        NOTE,
        /// Works, and may not for long, or could not be found out.
        WARNING,
        /// Messages do not come or do not go.
        PROBLEM
    }

    /// All that can be found. Details are named in brackets.
    public enum Kind {
        /// [address]
        REACHABLE(Level.OK, 1),
        /// Nobody answers. [address, why]
        UNREACHABLE(Level.PROBLEM, 2),
        /// Somebody else answers, or in a way that nobody understands. [address, HTTP status or what
        /// was not understood]
        NO_BRIDGE(Level.PROBLEM, 2),
        /// The bridge is there and not ready yet. [HTTP status]
        NOT_READY(Level.WARNING, 1),
        /// The bridge refuses who we say we are. [variable]
        CREDENTIALS_REFUSED(Level.PROBLEM, 1),
        /// The bridge asks nobody who he is. [variable that would hold what it asks]
        OPEN_TO_ANYBODY(Level.WARNING, 1),
        /// The bridge gives the files that people sent to whoever knows their names. [address]
        FILES_OPEN(Level.NOTE, 1),

        /// One that this program knows. [version]
        VERSION(Level.OK, 1),
        /// The bridge does not tell. Old ones do not.
        VERSION_NOT_TOLD(Level.WARNING, 0),
        /// Newer or older than those that this program was written for. [version, versions known]
        VERSION_UNTRIED(Level.WARNING, 2),

        /// The bridge has no such device or user. [name, variable]
        DEVICE_UNKNOWN(Level.PROBLEM, 2),
        /// The bridge has several, and we name none. [variable]
        DEVICE_UNNAMED(Level.PROBLEM, 1),

        /// [number]
        CONNECTED(Level.OK, 1),
        /// Linked, without a connection just now. [number]
        DISCONNECTED(Level.WARNING, 1),
        LOGGED_OUT(Level.PROBLEM, 0),
        /// [why, as far as WhatsApp told]
        BANNED(Level.PROBLEM, 1),
        OUTDATED(Level.PROBLEM, 0),

        /// The bridge sends its events to us. [address without its unguessable part]
        WEBHOOK_REGISTERED(Level.OK, 1),
        /// None is registered. [address that must be]
        WEBHOOK_MISSING(Level.PROBLEM, 1),
        /// Another one is registered. [address found, address that must be]
        WEBHOOK_ELSEWHERE(Level.PROBLEM, 2),
        /// The path is right, by another host's name than ours: right, if it leads here. [address found]
        WEBHOOK_OTHER_HOST(Level.WARNING, 1),
        /// The bridge does not tell where it sends: only that a message arrives shows it. [address
        /// that must be, setting of the bridge]
        WEBHOOK_NOT_TOLD(Level.NOTE, 2),

        /// Not all that we hear is sent. [events that are missing]
        EVENTS_MISSING(Level.PROBLEM, 1),
        /// More is sent than we hear, some of it large. [events too many]
        EVENTS_TOO_MANY(Level.WARNING, 1),

        /// The bridge signs with the secret that we know. [variable]
        SECRET_SAME(Level.OK, 1),
        /// [variable]
        SECRET_DIFFERENT(Level.PROBLEM, 1),
        /// The bridge signs with none. [variable]
        SECRET_MISSING(Level.PROBLEM, 1),
        /// It signs, and does not tell by what. [variable]
        SECRET_NOT_TOLD(Level.OK, 1),

        /// The running gateway took an event that we signed. [address without its unguessable part]
        PROBE_TAKEN(Level.OK, 1),
        /// The running gateway knows another secret. [address without its unguessable part]
        PROBE_REFUSED(Level.PROBLEM, 1),
        /// The running gateway has no such path: it runs with other channels, or another key in the
        /// path. [address without its unguessable part]
        PROBE_NOWHERE(Level.PROBLEM, 1),
        /// [address without its unguessable part, HTTP status]
        PROBE_FAILED(Level.PROBLEM, 2),
        /// No gateway answers there. [address without its unguessable part, why]
        PROBE_UNANSWERED(Level.PROBLEM, 2);

        private final Level level;
        private final int details;

        Kind(Level level, int details) {
            this.level = level;
            this.details = details;
        }

        public Level level() {
            return level;
        }

        /// How many details its text names.
        public int details() {
            return details;
        }
    }

    /// What became of a signed event that says nothing, sent to the gateway's own path.
    ///
    /// @param shown the address, without its unguessable part
    public static Finding ofProbe(Exchange exchange, String shown) {
        return switch (exchange) {
            case Exchange.Answered answer -> ofProbe(answer.status(), shown);
            case Exchange.NotSent(String reason) -> of(Kind.PROBE_UNANSWERED, shown, reason);
            case Exchange.NoAnswer(String reason) -> of(Kind.PROBE_UNANSWERED, shown, reason);
        };
    }

    private static Finding ofProbe(int status, String shown) {
        return switch (status) {
            case OK -> of(Kind.PROBE_TAKEN, shown);
            case UNAUTHORIZED -> of(Kind.PROBE_REFUSED, shown);
            case NOT_FOUND -> of(Kind.PROBE_NOWHERE, shown);
            default -> of(Kind.PROBE_FAILED, shown, Integer.toString(status));
        };
    }
}
