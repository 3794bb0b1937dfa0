package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.wire.http.Exchange;
import java.time.Duration;
import java.util.Optional;

/// Asks whether the number is linked to WhatsApp.
final class LinkState {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Endpoints bridge;
    private final LinkTrouble trouble;
    private final Alarm alarm;

    LinkState(Endpoints bridge, LinkTrouble trouble, Alarm alarm) {
        this.bridge = bridge;
        this.trouble = trouble;
        this.alarm = alarm;
    }

    /// Accounts are not called by the number, although the bridge tells it here: its messages do not,
    /// and an account has one name.
    Session session() {
        Exchange exchange = ask();
        State state = known(exchange);
        return new Session(state, Optional.empty(), number(exchange), trouble.ban(state));
    }

    /// What an answer tells, with what the bridge told before.
    State known(Exchange exchange) {
        return trouble.explaining(state(exchange), number(exchange));
    }

    /// Digits only; the bridge keeps it while it is linked.
    Optional<String> number() {
        return number(ask());
    }

    private static Optional<String> number(Exchange exchange) {
        return exchange instanceof Exchange.Answered answer ? number(Reply.of(answer)) : Optional.empty();
    }

    Exchange ask() {
        return bridge.get("/session/status", PATIENCE);
    }

    static Optional<String> number(Reply reply) {
        return reply.data()
                .flatMap(data -> data.text("jid"))
                .flatMap(Jid::parse)
                .filter(Jid::isPhone)
                .map(Jid::user);
    }

    /// Asked for a number for which it has no client, the bridge breaks off or fails.
    private State state(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answer -> state(Reply.of(answer));
            case Exchange.NoAnswer(String reason) ->
                reason.contains("Timeout") ? State.UNREACHABLE : State.DISCONNECTED;
            case Exchange.NotSent _ -> State.UNREACHABLE;
        };
    }

    private State state(Reply reply) {
        return switch (reply.status()) {
            case 200 -> reply.data().map(data -> state(data, number(reply))).orElse(State.UNREACHABLE);
            case 401 -> {
                alarm.raise(bridge.refused());
                yield State.UNREACHABLE;
            }
            case 500 -> State.DISCONNECTED;
            default -> State.UNREACHABLE;
        };
    }

    /// Builds of 2025 write the names with capitals. A number that is known is linked, even without a
    /// connection.
    private static State state(Fields data, Optional<String> number) {
        boolean connected = data.flag("connected") || data.flag("Connected");
        boolean loggedIn = data.flag("loggedIn") || data.flag("LoggedIn");
        State unlinked = !connected && (loggedIn || number.isPresent()) ? State.DISCONNECTED : State.LOGGED_OUT;
        return connected && loggedIn ? State.CONNECTED : unlinked;
    }
}
