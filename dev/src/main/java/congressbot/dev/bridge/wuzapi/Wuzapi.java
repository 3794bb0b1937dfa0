package congressbot.dev.bridge.wuzapi;

import congressbot.dev.bridge.Dialect;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.Line;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bridge wuzapi with one user: raw events of WhatsApp as webhooks, a token, media inside the
/// webhook, ids of ours taken over.
public final class Wuzapi implements Dialect {
    static final String USER = "9f2c";
    static final String INSTANCE = "congresso";

    private final WuzapiKeys keys;
    private final Format format;
    private final WuzapiUser user;

    /// How webhooks are written: a setting of the whole bridge.
    public enum Format {
        /// Unless told otherwise.
        FORM,
        JSON
    }

    public Wuzapi(WuzapiKeys keys, Format format) {
        this.keys = keys;
        this.format = format;
        this.user = new WuzapiUser(keys.hmac());
    }

    @Override
    public String channel() {
        return "wuzapi";
    }

    @Override
    public URI address(URI gateway) {
        return user.webhookOr(
                gateway.resolve("/webhooks/wuzapi/" + keys.webhook().reveal()));
    }

    @Override
    public Optional<Webhook> webhook(Event event, Line line) {
        if (event instanceof Event.Unlinked || event instanceof Event.Linked) {
            user.start(event instanceof Event.Linked);
        }
        Map<String, Object> told = new WuzapiEvents(line).of(event);
        return user.hears(String.valueOf(told.get("type"))) ? Optional.of(written(told)) : Optional.empty();
    }

    @Override
    public void addTo(RoutesConfig routes, Line line) {
        new WuzapiAnswers(keys.token()).addTo(routes);
        new WuzapiSends(line).addTo(routes);
        new WuzapiSession(line, user, keys.token()).addTo(routes);
        new WuzapiDownloads(line.media()).addTo(routes);
    }

    @Override
    public Map<String, String> settings(URI bridge) {
        return Map.of(
                "CHANNELS", "wuzapi",
                "WUZAPI_URL", bridge.toString(),
                "WUZAPI_TOKEN", keys.token().reveal(),
                "WUZAPI_HMAC_KEY", keys.hmac().reveal(),
                "WUZAPI_WEBHOOK_KEY", keys.webhook().reveal());
    }

    /// It goes on for minutes: a webhook may come long after newer ones.
    @Override
    public Patience patience() {
        return new Patience(
                Duration.ofSeconds(30),
                List.of(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(240)),
                Duration.ofMinutes(10));
    }

    private Webhook written(Map<String, Object> told) {
        String body = switch (format) {
            case FORM ->
                "instanceName=" + INSTANCE + "&jsonData=" + encoded(WuzapiJson.write(told)) + "&userID=" + USER;
            case JSON -> {
                Map<String, Object> whole = new LinkedHashMap<>(told);
                whole.put("userID", USER);
                whole.put("instanceName", INSTANCE);
                yield WuzapiJson.write(whole);
            }
        };
        String type = switch (format) {
            case FORM -> "application/x-www-form-urlencoded";
            case JSON -> "application/json";
        };
        Map<String, String> headers = user.key()
                .map(key -> Map.of("x-hmac-signature", key.sign(body)))
                .orElseGet(Map::of);
        return new Webhook(type, body, headers);
    }

    /// As Go escapes a form.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
