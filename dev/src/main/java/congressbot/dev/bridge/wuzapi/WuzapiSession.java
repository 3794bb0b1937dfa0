package congressbot.dev.bridge.wuzapi;

import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.bare;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.body;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.failure;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.success;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.text;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.bridge.HmacKey;
import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.QrPicture;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How wuzapi's number stands, how it is linked again, and where its webhooks go.
final class WuzapiSession {
    private static final int SHORTEST_KEY = 32;

    private final Line line;
    private final WuzapiUser user;
    private final Secret token;

    WuzapiSession(Line line, WuzapiUser user, Secret token) {
        this.line = line;
        this.user = user;
        this.token = token;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health", this::health);
        routes.get("/session/status", this::status);
        routes.post("/session/connect", this::connect);
        routes.post("/session/disconnect", call -> success(call, Map.of("Details", "Disconnected")));
        routes.post("/session/logout", this::logout);
        routes.get("/session/qr", this::qr);
        routes.post("/session/pairphone", this::pairPhone);
        routes.get("/webhook", this::webhook);
        routes.post("/webhook", call -> setWebhook(call, "webhookurl"));
        routes.put("/webhook", call -> setWebhook(call, "webhook"));
        routes.delete("/webhook", this::deleteWebhook);
        routes.get("/session/hmac/config", this::hmac);
        routes.post("/session/hmac/config", this::setHmac);
        routes.delete("/session/hmac/config", this::deleteHmac);
    }

    private void health(Context call) {
        int linked = isLinked() ? 1 : 0;
        int connected = isConnected() ? 1 : 0;
        bare(
                call,
                200,
                Map.of(
                        "status",
                        "ok",
                        "version",
                        "simulator",
                        "connected_users",
                        connected,
                        "logged_in_users",
                        linked));
    }

    /// The token stands in it: nobody should log what comes back.
    private void status(Context call) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", Wuzapi.USER);
        data.put("name", Wuzapi.INSTANCE);
        data.put("connected", isConnected());
        data.put("loggedIn", isLinked());
        data.put("token", token.reveal());
        data.put("jid", isLinked() ? line.account() + ":3@s.whatsapp.net" : "");
        data.put("webhook", webhookAddress());
        data.put("events", String.join(",", user.events()));
        data.put("proxy_url", "");
        data.put("qrcode", "");
        data.put("history", 0);
        data.put("proxy_config", Map.of("enabled", false, "proxy_url", ""));
        data.put("s3_config", Map.of("enabled", false));
        data.put("hmac_configured", user.key().isPresent());
        success(call, data);
    }

    private void connect(Context call) throws IOException {
        JsonNode body = body(call);
        if (!body.isObject()) {
            failure(call, 400, "could not decode Payload");
            return;
        }
        if (user.started() && line.link() == Line.Link.CONNECTED) {
            failure(call, 500, "already connected");
            return;
        }
        user.subscribe(strings(WuzapiAnswers.field(body, "Subscribe")));
        user.start(true);
        success(
                call,
                Map.of(
                        "webhook",
                        webhookAddress(),
                        "jid",
                        isLinked() ? line.account() + ":3@s.whatsapp.net" : "",
                        "events",
                        String.join(",", user.events()),
                        "details",
                        "Connected!"));
    }

    private void logout(Context call) {
        line.unlink();
        user.start(false);
        success(call, Map.of("Details", "Logged out"));
    }

    private void qr(Context call) {
        if (!user.started()) {
            failure(call, 500, "no session");
        } else if (isLinked()) {
            failure(call, 500, "already logged in");
        } else {
            byte[] png = QrPicture.of("2@simulator," + UUID.randomUUID());
            success(
                    call,
                    Map.of(
                            "QRCode",
                            "data:image/png;base64," + Base64.getEncoder().encodeToString(png)));
        }
    }

    private void pairPhone(Context call) throws IOException {
        Optional<String> phone = text(body(call), "Phone").filter(given -> given.matches("[1-9][0-9]{7,14}"));
        if (!user.started()) {
            failure(call, 500, "no session");
        } else if (isLinked()) {
            failure(call, 400, "already paired");
        } else if (phone.isEmpty()) {
            failure(call, 400, "missing Phone in Payload");
        } else {
            success(call, Map.of("LinkingCode", "ABCD-2345"));
        }
    }

    private void webhook(Context call) {
        success(call, Map.of("webhook", webhookAddress(), "subscribe", user.events()));
    }

    /// @param name of the field with the address: the two calls differ in it
    private void setWebhook(Context call, String name) throws IOException {
        JsonNode body = body(call);
        Optional<URI> address = text(body, name).map(URI::create);
        if (address.isEmpty()) {
            failure(call, 400, "could not decode Payload");
            return;
        }
        user.tell(address.get(), strings(WuzapiAnswers.field(body, "events")));
        success(call, Map.of("webhook", address.get().toString(), "events", user.events()));
    }

    private void deleteWebhook(Context call) {
        user.tellNobody();
        success(call, Map.of("Details", "Webhook and events deleted successfully"));
    }

    private void hmac(Context call) {
        bare(call, 200, Map.of("hmac_key", user.key().isPresent() ? "***" : ""));
    }

    private void setHmac(Context call) throws IOException {
        Optional<String> key = text(body(call), "hmac_key").filter(given -> given.length() >= SHORTEST_KEY);
        if (key.isEmpty()) {
            bare(call, 400, Map.of("error", "HMAC key must be at least 32 characters long"));
            return;
        }
        user.sign(key.map(Secret::new).map(HmacKey::new));
        bare(call, 200, Map.of("Details", "HMAC configuration saved successfully"));
    }

    private void deleteHmac(Context call) {
        user.sign(Optional.empty());
        bare(call, 200, Map.of("Details", "HMAC configuration deleted successfully"));
    }

    private String webhookAddress() {
        return user.webhook().map(URI::toString).orElse("");
    }

    private boolean isLinked() {
        return line.link() != Line.Link.UNLINKED;
    }

    private boolean isConnected() {
        return user.started() && line.link() == Line.Link.CONNECTED;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }
}
