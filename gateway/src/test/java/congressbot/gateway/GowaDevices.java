package congressbot.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The devices of a fake GOWA, how they are linked, and who is who. Until a test says otherwise there is one,
/// `congresso`, of a bridge of version 9.2.0.
final class GowaDevices {
    static final byte[] QR = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    /// In the link to the QR code, which nobody can reach by the name that the bridge thinks it has.
    private static final String QR_LINK = "http://bridge.invalid:3000/gowa/statics/qrcode/scan-qr-1f0c.png";

    private final Map<String, Map<String, String>> webhooks = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, String> jids = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, String> phones = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private volatile Optional<String> version = Optional.of("v9.2.0");
    private volatile Handler onLogin =
            call -> ok(call, Map.of("device_id", "congresso", "qr_link", QR_LINK, "qr_duration", 30));
    private volatile String passkey = "none";
    private volatile boolean version7;

    GowaDevices() {
        add("congresso");
    }

    void add(String device) {
        webhooks.put(device, new LinkedHashMap<>());
    }

    void removeAll() {
        webhooks.clear();
    }

    List<String> ids() {
        return List.copyOf(webhooks.keySet());
    }

    /// As registered for the device; empty where the bridge's own configuration says it.
    void webhook(String device, String url, String secret) {
        webhooks.put(device, Map.of("webhook_url", url, "webhook_secret", secret));
    }

    void events(String device, String events) {
        Map<String, String> webhook = new LinkedHashMap<>(webhooks.get(device));
        webhook.put("webhook_events", events);
        webhooks.put(device, webhook);
    }

    /// The device has this address at WhatsApp.
    void linked(String device, String jid) {
        jids.put(device, jid);
    }

    /// One device without a name, and no way to ask for it.
    void ofVersion7() {
        version7 = true;
        version = Optional.empty();
    }

    /// The bridge knows that these are one person.
    void known(String lid, String phone) {
        phones.put(lid, phone);
    }

    /// Addresses that somebody asked for.
    List<String> questions() {
        return List.copyOf(questions);
    }

    /// Empty for one that is too old to tell.
    void version(Optional<String> told) {
        version = told;
    }

    void passkey(String status) {
        passkey = status;
    }

    void onLogin(Handler handler) {
        onLogin = handler;
    }

    /// Paths and queries of the calls that begin to link.
    List<String> logins() {
        return List.copyOf(logins);
    }

    void route(RoutesConfig routes, String base) {
        routes.get(base + "/app/info", this::info);
        routes.get(base + "/app/login", call -> login(call, onLogin));
        routes.get(
                base + "/app/login-with-code",
                call -> login(call, c -> ok(c, Map.of("device_id", "congresso", "pair_code", "ABCD-2345"))));
        routes.get(base + "/app/passkey", call -> ok(call, Map.of("status", passkey)));
        routes.get(base + "/devices", this::list);
        routes.post(base + "/devices", this::create);
        routes.get(base + "/devices/{id}/webhook", this::registered);
        routes.get(base + "/user/info", this::person);
    }

    private void info(Context call) {
        if (version.isEmpty()) {
            FakeGowa.answer(call, 404, "Cannot GET /app/info");
        } else {
            ok(call, Map.of("version", version.get(), "os", "linux", "base_path", "/gowa"));
        }
    }

    private void login(Context call, Handler answer) throws Exception {
        logins.add(call.path() + "?" + Optional.ofNullable(call.queryString()).orElse(""));
        asOne(call, answer);
    }

    /// Of the device that the call means, where it means one.
    void asOne(Context call, Handler answer) throws Exception {
        Optional<String> device = Optional.ofNullable(call.header("X-Device-Id"));
        if (device.isPresent() && !webhooks.containsKey(device.get())) {
            FakeGowa.answer(call, 404, "{\"code\":\"DEVICE_NOT_FOUND\",\"message\":\"device not found\"}");
        } else if (device.isEmpty() && webhooks.size() != 1) {
            FakeGowa.answer(call, 400, "{\"code\":\"DEVICE_ID_REQUIRED\",\"message\":\"device_id is required\"}");
        } else {
            answer.handle(call);
        }
    }

    private void create(Context call) throws IOException {
        JsonNode body = Json.MAPPER.readTree(call.body());
        add(body.path("device_id").asText());
        ok(call, device(body.path("device_id").asText()));
    }

    private void list(Context call) {
        if (version7) {
            FakeGowa.answer(call, 404, "Cannot GET /devices");
        } else {
            ok(call, ids().stream().map(this::device).toList());
        }
    }

    private Map<String, Object> device(String id) {
        String jid = jids.getOrDefault(id, "");
        return Map.of("id", id, "state", "disconnected", "jid", jid, "created_at", "2026-11-20T18:31:02Z");
    }

    private void registered(Context call) {
        Map<String, String> webhook = webhooks.get(call.pathParam("id"));
        if (version7 || webhook == null) {
            FakeGowa.answer(call, 404, "{\"code\":\"NOT_FOUND\",\"message\":\"device not found\"}");
            return;
        }
        Map<String, Object> told = new LinkedHashMap<>(Map.of("webhook_url", "", "webhook_secret", ""));
        told.putAll(webhook);
        ok(call, told);
    }

    private void person(Context call) {
        String asked = Optional.ofNullable(call.queryParam("phone")).orElse("");
        questions.add(asked);
        Map<String, Object> told = new LinkedHashMap<>(Map.of("data", List.of(Map.of("status", ""))));
        Optional.ofNullable(phones.get(asked)).ifPresent(phone -> {
            told.put("resolved_phone", phone);
            told.put("resolved_lid", asked);
        });
        ok(call, told);
    }

    private static void ok(Context call, Object results) {
        FakeGowa.answer(call, 200, Json.write(Map.of("code", "SUCCESS", "message", "", "results", results)));
    }
}
