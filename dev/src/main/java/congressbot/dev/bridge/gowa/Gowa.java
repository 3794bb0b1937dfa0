package congressbot.dev.bridge.gowa;

import congressbot.dev.bridge.Dialect;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.HmacKey;
import congressbot.dev.bridge.Line;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bridge GOWA: JSON webhooks with a signature, Basic credentials, media by reference, no ids of
/// ours.
public final class Gowa implements Dialect {
    static final String DEVICE = "congresso";

    private final Secret webhookSecret;
    private final Optional<Secret> basicAuth;
    private final HmacKey key;

    /// @param basicAuth `user:password` that whoever sends must show; as a bridge asks that is set up
    ///     with care
    public Gowa(Secret webhookSecret, Optional<Secret> basicAuth) {
        this.webhookSecret = webhookSecret;
        this.basicAuth = basicAuth;
        this.key = new HmacKey(webhookSecret);
    }

    @Override
    public String channel() {
        return "gowa";
    }

    @Override
    public URI address(URI gateway) {
        return gateway.resolve("/webhooks/gowa");
    }

    @Override
    public Optional<Webhook> webhook(Event event, Line line) {
        return GowaEvents.body(event, line.account())
                .map(body -> new Webhook(
                        "application/json", body, Map.of("X-Hub-Signature-256", "sha256=" + key.sign(body))));
    }

    @Override
    public void addTo(RoutesConfig routes, Line line) {
        new GowaAnswers(basicAuth).addTo(routes);
        new GowaSends(line).addTo(routes);
        new GowaSession(line).addTo(routes);
        new GowaChats(line).addTo(routes);
    }

    @Override
    public Map<String, String> settings(URI bridge) {
        Map<String, String> settings = new HashMap<>();
        settings.put("GOWA_URL", bridge.toString());
        settings.put("GOWA_WEBHOOK_SECRET", webhookSecret.reveal());
        basicAuth.ifPresent(pair -> settings.put("GOWA_BASIC_AUTH", pair.reveal()));
        return settings;
    }

    @Override
    public Patience patience() {
        return new Patience(
                Duration.ofSeconds(10),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)),
                Duration.ofSeconds(30));
    }
}
