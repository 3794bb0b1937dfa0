package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.annotation.JsonProperty;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Media;
import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.process.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Links a number to the bridge. Every call for a code begins the linking anew and makes the code
/// before useless, so one is shown until it is stale; how long that is the bridge tells with caution:
/// the picture is gone then.
final class GowaPairing {
    /// The bridge connects first, and waits for WhatsApp's codes.
    private static final Duration LOGIN = Duration.ofSeconds(20);

    private static final Duration ASK = Duration.ofSeconds(5);

    /// Where the bridge does not tell, in seconds: its shortest.
    private static final double FRESH_S = 10;

    private static final String BEHIND_PASSKEY =
            "WhatsApp wants a passkey to link this number: finish it on the bridge's own page";

    private final GowaApi api;
    private final GowaSettings settings;
    private final GowaFiles files;
    private final GowaSession session;
    private final InstantSource time;

    private Optional<Shown> shown = Optional.empty();

    GowaPairing(GowaApi api, GowaSettings settings, GowaFiles files, GowaSession session, InstantSource time) {
        this.api = api;
        this.settings = settings;
        this.files = files;
        this.session = session;
        this.time = time;
    }

    /// @param stale when it cannot be scanned any more
    private record Shown(Pairing.Qr qr, Instant stale) {}

    private record Device(@JsonProperty("device_id") String id) {}

    synchronized Pairing pair(Instance instance) {
        Session now = session.now();
        return switch (now.state()) {
            case CONNECTED -> linked(instance, now);
            case DISCONNECTED -> new Pairing.Waiting(); // it is linked, and comes back by itself
            case LOGGED_OUT, UNREACHABLE, BANNED, OUTDATED -> fresh().orElseGet(() -> login(instance, now));
        };
    }

    private Pairing linked(Instance instance, Session now) {
        shown = Optional.empty();
        return new Pairing.Linked(instance.account(now.number()));
    }

    /// The code that is on the screen already.
    private Optional<Pairing> fresh() {
        Instant now = time.instant();
        return shown.filter(code -> code.stale().isAfter(now))
                .map(code -> new Pairing.Qr(code.qr().png(), Duration.between(now, code.stale())));
    }

    private Pairing login(Instance instance, Session now) {
        if (shown.isPresent() && wantsPasskey()) {
            return new Pairing.Failed(BEHIND_PASSKEY);
        }
        Exchange exchange = begun("/app/login");
        Optional<Fields> results = GowaApi.results(exchange);
        if (results.isPresent()) {
            return code(results.get());
        }
        return switch (exchange instanceof Answered answer ? GowaApi.code(answer) : "") {
            case "ALREADY_LOGGED_IN" -> linked(instance, now);
            case "SESSION_SAVED_ERROR", "QR_CHANNEL_ERROR", "DEVICE_MANAGER_UNAVAILABLE" -> new Pairing.Waiting();
            default -> new Pairing.Failed(failure(exchange, instance));
        };
    }

    /// After a scan the bridge may wait for what only a browser can give.
    private boolean wantsPasskey() {
        return GowaApi.results(api.get("/app/passkey", ASK))
                .flatMap(results -> results.text("status"))
                .filter(status -> !status.equals("none"))
                .isPresent();
    }

    private Pairing code(Fields results) {
        Duration fresh = Duration.ofMillis(
                (long) (1_000 * results.number("qr_duration").filter(s -> s > 0).orElse(FRESH_S)));
        Instant begun = time.instant();
        return switch (results.text("qr_link").map(files::fetchCode).orElseGet(Media.Gone::new)) {
            case Media.Found(var png) -> {
                Pairing.Qr qr = new Pairing.Qr(png, fresh);
                shown = Optional.of(new Shown(qr, begun.plus(fresh)));
                yield qr;
            }
            case Media.Gone _, Media.TooLarge _, Media.TryLater _ ->
                new Pairing.Failed("the bridge does not give out its code");
        };
    }

    synchronized PairingCode byCode(Instance instance, PhoneNumber phone) {
        shown = Optional.empty(); // its connection ends
        Exchange exchange = begun("/app/login-with-code?phone=" + phone.value().substring(1));
        return GowaApi.results(exchange)
                .flatMap(results -> results.text("pair_code"))
                .<PairingCode>map(PairingCode.Code::new)
                .orElseGet(() -> new PairingCode.Failed(failure(exchange, instance)));
    }

    /// A device that is not there yet is made first.
    private Exchange begun(String path) {
        Exchange exchange = api.get(path, LOGIN);
        return session.lacksDevice(exchange) && isMade() ? api.get(path, LOGIN) : exchange;
    }

    private boolean isMade() {
        Device device = new Device(settings.deviceId().orElse(Gowa.CHANNEL.value()));
        return GowaApi.results(api.post("/devices", device, ASK)).isPresent();
    }

    private static String failure(Exchange exchange, Instance instance) {
        String code = exchange instanceof Answered answer ? GowaApi.code(answer) : "";
        return switch (code) {
            case "ALREADY_LOGGED_IN" -> "the number is linked already";
            case "VALIDATION_ERROR" -> "the bridge does not take this number";
            case "DEVICE_ID_REQUIRED" ->
                "the bridge has several devices: name ours in " + instance.variable(Variable.GOWA_DEVICE_ID);
            case "DEVICE_NOT_FOUND" ->
                "the bridge has no device of the name in " + instance.variable(Variable.GOWA_DEVICE_ID);
            case "" ->
                exchange instanceof Answered answer && answer.status() == 401
                        ? "the bridge refuses " + instance.variable(Variable.GOWA_BASIC_AUTH)
                        : GowaApi.failure(exchange);
            default -> GowaApi.failure(exchange);
        };
    }
}
