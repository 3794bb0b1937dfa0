package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import java.time.Duration;
import java.util.Optional;

/// Asks the bridge whether it is linked to WhatsApp; its own `/health` does not tell, and no webhook
/// does.
final class GowaSession {
    private static final Duration ASK = Duration.ofSeconds(5);

    private final GowaApi api;
    private final GowaSettings settings;

    GowaSession(GowaApi api, GowaSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    Session now() {
        Exchange exchange = api.get("/app/status", ASK);
        return GowaApi.results(exchange)
                .map(this::session)
                .orElseGet(() -> new Session(without(exchange), settings.number()));
    }

    /// A bridge on an empty store has no device, and some versions drop it with a logout: linking
    /// makes it, and its client.
    private State without(Exchange exchange) {
        boolean clientless =
                exchange instanceof Answered answer && GowaApi.code(answer).equals("INVALID_WA_CLI");
        return clientless || lacksDevice(exchange) ? State.LOGGED_OUT : State.UNREACHABLE;
    }

    /// Whether a call failed because our device is not made yet. One that is not named is missing
    /// only where the bridge has none at all.
    boolean lacksDevice(Exchange exchange) {
        String code = exchange instanceof Answered answer ? GowaApi.code(answer) : "";
        return switch (code) {
            case "DEVICE_NOT_FOUND" -> settings.deviceId().isPresent();
            case "DEVICE_ID_REQUIRED" -> hasNoDevice();
            default -> false;
        };
    }

    private boolean hasNoDevice() {
        return api.get("/devices", ASK) instanceof Answered answer
                && answer.status() == 200
                && GowaApi.json(answer).objects("results").findAny().isEmpty();
    }

    /// After a logout the bridge forgets its own address; without a connection alone it keeps it.
    /// Versions that tell no `jid` keep the address in `device_id` as long as they are logged in.
    private Session session(Fields results) {
        boolean loggedIn = results.flag("is_logged_in");
        boolean connected = results.flag("is_connected");
        Optional<Jid> own = address(results, "jid");
        boolean linked = loggedIn
                || own.isPresent()
                || (!results.has("jid") && address(results, "device_id").isPresent());
        State unlinked = !connected && linked ? State.DISCONNECTED : State.LOGGED_OUT;
        return new Session(
                connected && loggedIn ? State.CONNECTED : unlinked,
                own.map(Jid::user).or(settings::number));
    }

    private static Optional<Jid> address(Fields results, String name) {
        return results.text(name).flatMap(Jid::parse).filter(Jid::isPhone);
    }
}
