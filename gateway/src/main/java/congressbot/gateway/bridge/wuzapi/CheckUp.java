package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.BodySignature;
import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Finding.Kind;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks whether the bridge is set up as it has to be.
final class CheckUp {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// The versions for which this package is written.
    private static final String KNOWN_VERSIONS = "1.";

    private static final String ALL = "All";

    /// An event of no use to anybody.
    private static final String PROBE = "{\"event\":{},\"type\":\"CongressBotProbe\"}";

    private final Endpoints bridge;
    private final WuzapiSettings settings;
    private final BodySignature signature;
    private final LinkState link;
    private final HttpCaller caller;

    CheckUp(Endpoints bridge, WuzapiSettings settings, BodySignature signature, LinkState link, HttpCaller caller) {
        this.bridge = bridge;
        this.settings = settings;
        this.signature = signature;
        this.link = link;
        this.caller = caller;
    }

    /// @param ourWebhook without its unguessable end
    List<Finding> findings(URI ourWebhook) {
        List<Finding> findings = new ArrayList<>();
        if (isThere(findings) && isOurs(findings)) {
            webhook(ourWebhook, findings);
            signing(findings);
        }
        findings.add(probe(ourWebhook));
        return findings;
    }

    /// @return whether it is worth asking on
    private boolean isThere(List<Finding> findings) {
        String address = settings.url().toString();
        Exchange exchange = bridge.get("/health", PATIENCE);
        switch (exchange) {
            case Exchange.NotSent(String reason) -> findings.add(Finding.of(Kind.UNREACHABLE, address, reason));
            case Exchange.NoAnswer(String reason) -> findings.add(Finding.of(Kind.UNREACHABLE, address, reason));
            case Exchange.Answered answer -> findings.addAll(health(address, Reply.of(answer)));
        }
        return findings.stream().noneMatch(finding -> finding.kind().level() == Finding.Level.PROBLEM);
    }

    /// Builds of 2025 have no such endpoint.
    private static List<Finding> health(String address, Reply reply) {
        Finding reachable = Finding.of(Kind.REACHABLE, address);
        return switch (reply.status()) {
            case 200 ->
                reply.json().text("status").isEmpty()
                        ? List.of(Finding.of(Kind.NO_BRIDGE, address, "health"))
                        : List.of(reachable, version(reply));
            case 404 -> List.of(reachable, Finding.of(Kind.VERSION_NOT_TOLD));
            case 502, 503, 504 -> List.of(Finding.of(Kind.NOT_READY, "" + reply.status()));
            default -> List.of(Finding.of(Kind.NO_BRIDGE, address, "" + reply.status()));
        };
    }

    private static Finding version(Reply reply) {
        return reply.json()
                .text("version")
                .map(version -> version.startsWith(KNOWN_VERSIONS)
                        ? Finding.of(Kind.VERSION, version)
                        : Finding.of(Kind.VERSION_UNTRIED, version, KNOWN_VERSIONS + "x"))
                .orElseGet(() -> Finding.of(Kind.VERSION_NOT_TOLD));
    }

    /// Whether it knows our token, and what it says of the link.
    private boolean isOurs(List<Finding> findings) {
        Exchange exchange = link.ask();
        Optional<Reply> reply = Endpoints.reply(exchange);
        if (reply.filter(known -> known.status() == 401).isPresent()) {
            findings.add(Finding.of(Kind.CREDENTIALS_REFUSED, bridge.variable(Variable.WUZAPI_TOKEN)));
            return false;
        }
        String number = reply.flatMap(LinkState::number).orElse("?");
        findings.add(
                switch (link.known(exchange)) {
                    case CONNECTED -> Finding.of(Kind.CONNECTED, number);
                    case DISCONNECTED -> Finding.of(Kind.DISCONNECTED, number);
                    case LOGGED_OUT -> Finding.of(Kind.LOGGED_OUT);
                    case BANNED -> Finding.of(Kind.BANNED, "?");
                    case OUTDATED -> Finding.of(Kind.OUTDATED);
                    case UNREACHABLE ->
                        Finding.of(Kind.NO_BRIDGE, settings.url().toString(), "session");
                });
        return true;
    }

    private void webhook(URI ours, List<Finding> findings) {
        Optional<Fields> told = asked("/webhook");
        String must = ours + "/" + Finding.HIDDEN;
        Optional<URI> found = told.flatMap(fields -> fields.text("webhook")).flatMap(CheckUp::parsed);
        if (told.isEmpty()) {
            findings.add(Finding.of(Kind.WEBHOOK_NOT_TOLD, must, "webhook"));
            return;
        }
        findings.add(
                found.map(uri -> registered(uri, ours, must)).orElseGet(() -> Finding.of(Kind.WEBHOOK_MISSING, must)));
        List<String> events = told.get().texts("subscribe").toList();
        List<String> missing = events.contains(ALL)
                ? List.of()
                : Linking.EVENTS.stream()
                        .filter(event -> !events.contains(event))
                        .toList();
        List<String> tooMany =
                events.stream().filter(event -> !Linking.EVENTS.contains(event)).toList();
        of(Kind.EVENTS_MISSING, missing).forEach(findings::add);
        of(Kind.EVENTS_TOO_MANY, tooMany).forEach(findings::add);
    }

    private Finding registered(URI found, URI ours, String must) {
        URI right = whole(ours);
        String shown = Finding.shown(found.toString());
        if (found.equals(right)) {
            return Finding.of(Kind.WEBHOOK_REGISTERED, must);
        }
        return right.getPath().equals(found.getPath())
                ? Finding.of(Kind.WEBHOOK_OTHER_HOST, shown)
                : Finding.of(Kind.WEBHOOK_ELSEWHERE, shown, must);
    }

    /// Builds without this endpoint do not sign. What the bridge's key is it does not tell.
    private void signing(List<Finding> findings) {
        boolean signs = asked("/session/hmac/config")
                .filter(told -> Stream.of("hmac_key", "hmacKey")
                                .anyMatch(name -> told.text(name).isPresent())
                        || told.flag("hmac_configured")
                        || told.flag("configured"))
                .isPresent();
        findings.add(Finding.of(
                signs ? Kind.SECRET_NOT_TOLD : Kind.SECRET_MISSING, bridge.variable(Variable.WUZAPI_HMAC_KEY)));
    }

    private Finding probe(URI ours) {
        String signed = signature.of(PROBE.getBytes(StandardCharsets.UTF_8));
        Call call = Call.post(whole(ours), "application/json", PROBE, PATIENCE).with(Wuzapi.SIGNATURE, signed);
        return Finding.ofProbe(caller.send(call), ours + "/" + Finding.HIDDEN);
    }

    private URI whole(URI ours) {
        return URI.create(ours + "/" + settings.webhookKey().reveal());
    }

    /// Some endpoints put an envelope around their answer, some do not.
    private Optional<Fields> asked(String path) {
        return Endpoints.reply(bridge.get(path, PATIENCE))
                .filter(Reply::isOk)
                .map(reply -> reply.data().orElse(reply.json()));
    }

    private static Stream<Finding> of(Kind kind, List<String> events) {
        return events.isEmpty() ? Stream.empty() : Stream.of(Finding.of(kind, String.join(", ", events)));
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
