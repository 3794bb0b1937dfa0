package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Finding.Kind;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Compares the webhook that the bridge has registered for our device with ours. Since version 8.10 a
/// device can have its own; where it has none, the bridge uses what its environment says and tells it
/// to nobody.
final class GowaWebhookCheck {
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final String GLOBAL = "WHATSAPP_WEBHOOK";
    private static final Set<String> EVENTS =
            Set.of("message", "message.edited", "message.revoked", "message.reaction", "message.ack");

    private final GowaApi api;
    private final GowaSettings settings;
    private final String secretVariable;

    GowaWebhookCheck(GowaApi api, GowaSettings settings, String secretVariable) {
        this.api = api;
        this.settings = settings;
        this.secretVariable = secretVariable;
    }

    /// @param devices the bridge's answer to the question for them
    List<Finding> look(Exchange devices, URI ours) {
        Optional<Fields> registered = device(devices)
                .flatMap(id -> GowaApi.results(api.get("/devices/" + GowaApi.segment(id) + "/webhook", ASK)))
                .filter(webhook -> webhook.text("webhook_url").isPresent());
        return registered
                .map(webhook -> compared(webhook, ours))
                .orElseGet(() -> List.of(Finding.of(Kind.WEBHOOK_NOT_TOLD, ours.toString(), GLOBAL)));
    }

    private Optional<String> device(Exchange devices) {
        return settings.deviceId().or(() -> only(devices));
    }

    private static Optional<String> only(Exchange devices) {
        List<Fields> all = devices instanceof Answered answer
                ? GowaApi.json(answer).objects("results").toList()
                : List.of();
        return all.size() == 1 ? all.getFirst().text("id") : Optional.empty();
    }

    private List<Finding> compared(Fields webhook, URI ours) {
        List<Finding> findings = new ArrayList<>();
        findings.add(address(webhook.text("webhook_url").orElse(""), ours));
        findings.add(secret(webhook));
        webhook.text("webhook_events").ifPresent(events -> findings.addAll(events(events)));
        return findings;
    }

    private static Finding address(String registered, URI ours) {
        if (registered.equals(ours.toString())) {
            return Finding.of(Kind.WEBHOOK_REGISTERED, registered);
        }
        return path(registered).filter(ours.getPath()::equals).isPresent()
                ? Finding.of(Kind.WEBHOOK_OTHER_HOST, Finding.shown(registered))
                : Finding.of(Kind.WEBHOOK_ELSEWHERE, Finding.shown(registered), ours.toString());
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getPath());
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // somewhere else, wherever that is
        }
    }

    /// The one before holds only as long as secrets are exchanged: the bridge has to sign with the
    /// present one.
    private Finding secret(Fields webhook) {
        byte[] ours = settings.webhookSecrets().getFirst().reveal().getBytes(StandardCharsets.UTF_8);
        return webhook.text("webhook_secret")
                .map(theirs -> MessageDigest.isEqual(theirs.getBytes(StandardCharsets.UTF_8), ours))
                .map(same -> Finding.of(same ? Kind.SECRET_SAME : Kind.SECRET_DIFFERENT, secretVariable))
                .orElseGet(() -> Finding.of(Kind.SECRET_NOT_TOLD, secretVariable));
    }

    private static List<Finding> events(String registered) {
        Set<String> told = new TreeSet<>();
        for (String event : registered.split(",", -1)) {
            told.add(event.strip());
        }
        Set<String> missing = new TreeSet<>(EVENTS);
        missing.removeAll(told);
        told.removeAll(EVENTS);
        List<Finding> findings = new ArrayList<>();
        if (!missing.isEmpty()) {
            findings.add(Finding.of(Kind.EVENTS_MISSING, String.join(", ", missing)));
        }
        if (!told.isEmpty()) {
            findings.add(Finding.of(Kind.EVENTS_TOO_MANY, String.join(", ", told)));
        }
        return findings;
    }
}
