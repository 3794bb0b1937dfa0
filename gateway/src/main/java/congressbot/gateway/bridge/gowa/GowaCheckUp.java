package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Finding.Kind;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for what is not set up as it has to be, from the address to the webhook.
final class GowaCheckUp {
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final int OLDEST = 7;
    private static final int NEWEST = 9;
    private static final String KNOWN = "7 - 9";

    private final GowaApi api;
    private final GowaVersion version;
    private final GowaSession session;
    private final GowaSettings settings;
    private final Instance instance;

    GowaCheckUp(GowaApi api, GowaVersion version, GowaSession session, GowaSettings settings, Instance instance) {
        this.api = api;
        this.version = version;
        this.session = session;
        this.settings = settings;
        this.instance = instance;
    }

    List<Finding> look(URI ourWebhook) {
        Exchange info = version.ask();
        List<Finding> findings = new ArrayList<>(reached(info));
        if (findings.stream().anyMatch(finding -> finding.kind().level() == Finding.Level.PROBLEM)) {
            return findings; // all else would fail for the same reason
        }
        findings.addAll(version(info));
        findings.addAll(openToAnybody());
        Exchange devices = api.get("/devices", ASK);
        findings.addAll(state(devices));
        findings.addAll(new GowaWebhookCheck(api, settings, instance.variable(Variable.GOWA_WEBHOOK_SECRET))
                .look(devices, ourWebhook));
        return findings;
    }

    private List<Finding> reached(Exchange info) {
        String address = api.at("").toString();
        return switch (info) {
            case Exchange.NotSent(String reason) -> List.of(Finding.of(Kind.UNREACHABLE, address, reason));
            case Exchange.NoAnswer(String reason) -> List.of(Finding.of(Kind.UNREACHABLE, address, reason));
            case Answered answer -> reached(answer, address);
        };
    }

    /// A bridge that does not know the question, because it is old, knows the one for its state.
    private List<Finding> reached(Answered info, String address) {
        Exchange known = info.status() == 404 ? api.get("/app/status", ASK) : info;
        int status = known instanceof Answered answer ? answer.status() : info.status();
        boolean speaks =
                known instanceof Answered answer && !GowaApi.code(answer).isEmpty();
        if (status == 401 && !speaks) {
            return List.of(Finding.of(Kind.CREDENTIALS_REFUSED, instance.variable(Variable.GOWA_BASIC_AUTH)));
        }
        if (!speaks) {
            return List.of(Finding.of(Kind.NO_BRIDGE, address, String.valueOf(status)));
        }
        Finding reachable = Finding.of(Kind.REACHABLE, address);
        return status == 503
                ? List.of(reachable, Finding.of(Kind.NOT_READY, String.valueOf(status)))
                : List.of(reachable);
    }

    private static List<Finding> version(Exchange info) {
        Optional<String> told = GowaVersion.text(info);
        boolean known = told.flatMap(GowaVersion.Release::parse)
                .filter(number -> number.major() >= OLDEST && number.major() <= NEWEST)
                .isPresent();
        return List.of(
                told.map(text -> known ? Finding.of(Kind.VERSION, text) : Finding.of(Kind.VERSION_UNTRIED, text, KNOWN))
                        .orElseGet(() -> Finding.of(Kind.VERSION_NOT_TOLD)));
    }

    /// Received files are given out without a password by design; all else only where none is set.
    private List<Finding> openToAnybody() {
        List<Finding> findings = new ArrayList<>();
        if (answers("/app/status")) {
            findings.add(Finding.of(Kind.OPEN_TO_ANYBODY, instance.variable(Variable.GOWA_BASIC_AUTH)));
        }
        if (answers("/statics/media/")) {
            findings.add(Finding.of(Kind.FILES_OPEN, api.at("/statics").toString()));
        }
        return findings;
    }

    private boolean answers(String path) {
        return api.sendUnproven(Call.get(api.at(path), ASK)) instanceof Answered answer
                && answer.status() != 401
                && answer.status() != 403;
    }

    private List<Finding> state(Exchange devices) {
        Optional<Finding> device = device(devices);
        if (device.isPresent()) {
            return List.of(device.get());
        }
        Session now = session.now();
        String number = now.number().orElse("?");
        return List.of(
                switch (now.state()) {
                    case CONNECTED -> Finding.of(Kind.CONNECTED, number);
                    case DISCONNECTED -> Finding.of(Kind.DISCONNECTED, number);
                    case LOGGED_OUT -> Finding.of(Kind.LOGGED_OUT);
                    case BANNED -> Finding.of(Kind.BANNED, "?");
                    case OUTDATED -> Finding.of(Kind.OUTDATED);
                    case UNREACHABLE ->
                        Finding.of(Kind.NO_BRIDGE, api.at("/app/status").toString(), "?");
                });
    }

    /// What is wrong with the choice of the device. A bridge without any is not linked yet: pairing
    /// makes one.
    private Optional<Finding> device(Exchange devices) {
        List<Fields> known = devices instanceof Answered answer && answer.status() == 200
                ? GowaApi.json(answer).objects("results").toList()
                : List.of();
        String variable = instance.variable(Variable.GOWA_DEVICE_ID);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return settings.deviceId().isPresent()
                ? settings.deviceId()
                        .filter(id -> known.stream().noneMatch(device -> isNamed(device, id)))
                        .map(id -> Finding.of(Kind.DEVICE_UNKNOWN, id, variable))
                : Optional.of(Finding.of(Kind.DEVICE_UNNAMED, variable)).filter(_ -> known.size() > 1);
    }

    /// By its name or by its number.
    private static boolean isNamed(Fields device, String id) {
        return device.text("id").filter(id::equals).isPresent()
                || device.text("jid").filter(id::equals).isPresent();
    }
}
