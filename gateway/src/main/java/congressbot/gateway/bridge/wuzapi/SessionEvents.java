package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Session.Ban;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the bridge tells of its link to WhatsApp. It keeps no order and repeats what failed minutes
/// later, so no event says how the link is now: that is asked for. An event says why, which cannot be
/// asked for.
final class SessionEvents {
    /// WhatsApp's numbers for the reasons why it closes a link.
    private static final int BANNED_FOR_A_WHILE = 402;

    private static final int OUTDATED = 405;
    private static final int BANNED = 406;
    private static final List<Integer> UNLINKED = List.of(401, 403);

    /// How long a ban is believed that does not tell its end, and the word that the bridge is too
    /// old: it is told again with the next try to connect.
    private static final Duration USUAL = Duration.ofHours(24);

    private static final Duration LONGEST = Duration.ofDays(30);

    private static final Intake LATER = new Intake.Ignored("the next look at the link tells it");

    private final LinkTrouble trouble;

    SessionEvents(LinkTrouble trouble) {
        this.trouble = trouble;
    }

    /// Empty when it is no event of a link.
    Optional<Intake> read(String type, Fields root, WebhookCall call) {
        Fields event = root.object("event").orElse(Reply.NOTHING);
        switch (type) {
            case "Connected", "Disconnected", "QR", "QRTimeout" -> {}
            case "LoggedOut" -> {
                note(State.LOGGED_OUT, LONGEST, Ban.UNTOLD, call);
                closed(event.number("Reason"), call);
            }
            case "ConnectFailure" -> closed(root.number("reason").or(() -> event.number("Reason")), call);
            case "TemporaryBan" -> banned(event, call);
            case "ClientOutdated" -> note(State.OUTDATED, USUAL, Ban.UNTOLD, call);
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(LATER);
    }

    private void closed(Optional<Double> reason, WebhookCall call) {
        int number = reason.map(Double::intValue).orElse(0);
        switch (number) {
            case BANNED_FOR_A_WHILE -> note(State.BANNED, USUAL, Ban.UNTOLD, call);
            case BANNED -> note(State.BANNED, LONGEST, new Ban(Optional.of(number), Optional.empty()), call);
            case OUTDATED -> note(State.OUTDATED, USUAL, Ban.UNTOLD, call);
            default -> {
                if (UNLINKED.contains(number)) {
                    note(State.LOGGED_OUT, LONGEST, Ban.UNTOLD, call);
                }
            }
        }
    }

    private void banned(Fields event, WebhookCall call) {
        Optional<Duration> told = expiry(event);
        Ban ban = new Ban(event.number("Code").map(Double::intValue), told.map(call.receivedAt()::plus));
        note(State.BANNED, told.orElse(USUAL), ban, call);
    }

    private void note(State state, Duration atMost, Ban ban, WebhookCall call) {
        trouble.told(state, call.receivedAt().plus(atMost), ban);
    }

    /// Written as Go writes a duration: nanoseconds.
    private static Optional<Duration> expiry(Fields event) {
        return event.number("Expire")
                .map(nanos -> Duration.ofNanos(nanos.longValue()))
                .filter(Duration::isPositive)
                .map(told -> told.compareTo(LONGEST) > 0 ? LONGEST : told);
    }
}
