package congressbot.dev.bridge.gowa;

import static congressbot.dev.bridge.gowa.GowaAnswers.failure;
import static congressbot.dev.bridge.gowa.GowaAnswers.success;

import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.Phone;
import congressbot.dev.bridge.QrPicture;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How GOWA's number stands, and how it is linked again.
final class GowaSession {
    private static final String QR = "/statics/qrcode/";

    /// As the bridge says it: half of what WhatsApp grants.
    private static final int QR_SECONDS = 30;

    private final Line line;

    GowaSession(Line line) {
        this.line = line;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/app/info", call -> success(call, "info", Map.of("version", "v9.2.0", "os", "simulator")));
        routes.get("/app/status", this::status);
        routes.get("/app/devices", this::devices);
        routes.get("/devices", this::slots);
        routes.get("/app/login", this::login);
        routes.get("/app/login-with-code", this::loginWithCode);
        routes.get("/app/logout", this::logout);
        routes.get("/app/reconnect", call -> success(call, "Reconnected", Map.of("device_id", Gowa.DEVICE)));
        routes.get("/user/info", this::userInfo);
        routes.get(QR + "{name}", this::qr);
        routes.get("/health", call -> call.result("OK"));
    }

    private void status(Context call) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("is_connected", line.link() == Line.Link.CONNECTED);
        results.put("is_logged_in", isLinked());
        results.put("device_id", Gowa.DEVICE);
        if (isLinked()) {
            results.put("jid", GowaEvents.jid(line.account()));
        }
        success(call, "Connection status retrieved", results);
    }

    private void devices(Context call) {
        String jid = isLinked() ? GowaEvents.jid(line.account()) : "";
        success(call, "devices", List.of(Map.of("name", "", "device", Gowa.DEVICE, "jid", jid)));
    }

    private void slots(Context call) {
        String state = isLinked() ? "logged_in" : "disconnected";
        Map<String, Object> slot = new LinkedHashMap<>(Map.of("id", Gowa.DEVICE, "state", state));
        if (isLinked()) {
            slot.put("jid", GowaEvents.jid(line.account()));
        }
        success(call, "devices", List.of(slot));
    }

    private void login(Context call) {
        if (isLinked()) {
            alreadyLoggedIn(call);
            return;
        }
        String link = call.scheme() + "://" + call.host() + QR + "scan-qr-" + UUID.randomUUID() + ".png";
        success(call, "Login", Map.of("device_id", Gowa.DEVICE, "qr_link", link, "qr_duration", QR_SECONDS));
    }

    private void loginWithCode(Context call) {
        String phone = Optional.ofNullable(call.queryParam("phone")).orElse("");
        if (isLinked()) {
            alreadyLoggedIn(call);
        } else if (!phone.matches("[1-9][0-9]{7,14}")) {
            failure(call, 400, "VALIDATION_ERROR", "phone_number: must be digits");
        } else {
            success(call, "Login", Map.of("device_id", Gowa.DEVICE, "pair_code", "ABCD-2345"));
        }
    }

    private static void alreadyLoggedIn(Context call) {
        failure(call, 400, "ALREADY_LOGGED_IN", "you are already logged in");
    }

    private void logout(Context call) {
        line.unlink();
        success(call, "Logged out", Map.of("device_id", Gowa.DEVICE));
    }

    private void qr(Context call) {
        String name = call.pathParam("name");
        if (!name.matches("scan-qr-[0-9a-f-]{36}\\.png")) {
            failure(call, 404, "NOT_FOUND", "no such file");
            return;
        }
        call.contentType("image/png").result(QrPicture.of("2@simulator," + name));
    }

    private void userInfo(Context call) {
        Optional<Phone> phone = GowaAnswers.phone(
                line, Optional.ofNullable(call.queryParam("phone")).orElse(""));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("data", List.of(Map.of("name", phone.map(Phone::name).orElse(""))));
        phone.ifPresent(known -> results.putAll(Map.of("resolved_phone", known.jid(), "resolved_lid", known.lid())));
        success(call, "Success get user info", results);
    }

    private boolean isLinked() {
        return line.link() != Line.Link.UNLINKED;
    }
}
