package congressbot.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import congressbot.gateway.bridge.wuzapi.WuzapiWebhooks;
import congressbot.wire.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A wuzapi of 2026 for tests, following its written contract: a number that is linked, and every
/// send accepted, unless the test tells it otherwise.
public final class FakeWuzapi implements AutoCloseable {
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final Javalin server;

    /// What stands in its database and in its memory of the one user.
    private volatile boolean client = true;

    private volatile boolean connected = true;
    private volatile boolean loggedIn = true;
    private volatile String qr = "";
    private volatile String hmacKey = "";
    private volatile String webhook = "";
    private volatile List<String> subscribed = List.of("Message");

    public FakeWuzapi() {
        server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = 20_000_000L;
            config.routes.get("/<path>", this::handle);
            config.routes.post("/<path>", this::handle);
        });
        server.start(0);
        on("/health", call -> call.json(Map.of("status", "ok", "version", "1.0.5", "connected_users", 1)));
        on("/session/status", this::status);
        on("/session/connect", this::connect);
        on("/session/qr", this::qr);
        on("/session/pairphone", this::pairPhone);
        on("/session/hmac/config", this::hmac);
        on("/webhook", call -> ok(call, Map.of("webhook", webhook, "subscribe", subscribed)));
        on("/chat/send/text", call -> send(call, "Body"));
        on("/chat/send/image", call -> send(call, "Image"));
        on("/chat/send/document", call -> send(call, "Document"));
        on("/chat/markread", call -> ok(call, Map.of("Details", "Message(s) marked as read")));
        on("/chat/presence", call -> ok(call, Map.of("Details", "Chat presence set successfuly")));
    }

    /// A call that came with the right token.
    ///
    /// @param body names in lower case, because the bridge does not tell capitals from others
    public record Asked(String path, Map<String, JsonNode> body) {
        public JsonNode part(String name) {
            return body.getOrDefault(name.toLowerCase(Locale.ROOT), MissingNode.getInstance());
        }

        /// Empty where it is none.
        public String text(String name) {
            return part(name).asText();
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// What it was asked at paths that begin so.
    public List<Asked> asked(String path) {
        return asked.stream().filter(call -> call.path().startsWith(path)).toList();
    }

    /// Answers a path otherwise.
    public void on(String path, Handler handler) {
        handlers.put(path, handler);
    }

    /// The number as WhatsApp has it.
    public void link(boolean nowConnected, boolean nowLoggedIn) {
        connected = nowConnected;
        loggedIn = nowLoggedIn;
    }

    /// As after a QR code that nobody scanned: the bridge has no client for the number any more.
    public void forgetClient() {
        client = false;
        link(false, false);
    }

    public void showQr(String dataUrl) {
        qr = dataUrl;
    }

    public void register(String url, List<String> events) {
        webhook = url;
        subscribed = List.copyOf(events);
    }

    public String hmacKey() {
        return hmacKey;
    }

    @Override
    public void close() {
        server.stop();
    }

    public static void ok(Context call, Object data) {
        call.json(Map.of("code", 200, "data", data, "success", true));
    }

    public static void failed(Context call, int status, String error) {
        call.status(status).json(Map.of("code", status, "error", error, "success", false));
    }

    private void handle(Context call) throws Exception {
        boolean open = call.path().equals("/health");
        if (!open && !WuzapiWebhooks.TOKEN.reveal().equals(call.header("token"))) {
            failed(call, 401, "unauthorized");
            return;
        }
        asked.add(new Asked(call.path(), body(call)));
        Optional<Handler> handler = Optional.ofNullable(handlers.get(call.path()));
        handler.orElse(unknown -> unknown.status(404).result("404 page not found"))
                .handle(call);
    }

    private static Map<String, JsonNode> body(Context call) throws Exception {
        Map<String, JsonNode> body = new LinkedHashMap<>();
        if (!call.body().isEmpty()) {
            Json.MAPPER
                    .readTree(call.body())
                    .properties()
                    .forEach(field -> body.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
        }
        return body;
    }

    private void status(Context call) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", "9f2c");
        data.put("connected", connected);
        data.put("loggedIn", loggedIn);
        data.put("token", WuzapiWebhooks.TOKEN.reveal());
        data.put("jid", loggedIn ? "5585911110000:3@s.whatsapp.net" : "");
        data.put("hmac_configured", !hmacKey.isEmpty());
        ok(call, data);
    }

    private void connect(Context call) throws Exception {
        if (call.body().isEmpty()) {
            failed(call, 400, "could not decode Payload");
        } else if (client && connected) {
            failed(call, 500, "already connected");
        } else {
            client = true;
            connected = true;
            ok(call, Map.of("webhook", webhook, "jid", "", "events", "Message", "details", "Connected!"));
        }
    }

    private void qr(Context call) {
        if (!client) {
            failed(call, 500, "no session");
        } else if (!connected) {
            failed(call, 500, "not connected");
        } else if (loggedIn) {
            failed(call, 500, "already logged in");
        } else {
            ok(call, Map.of("QRCode", qr));
        }
    }

    private void pairPhone(Context call) throws Exception {
        if (!client) {
            failed(call, 500, "no session");
        } else if (loggedIn) {
            failed(call, 400, "already paired");
        } else if (asked("/session/pairphone").getLast().text("phone").matches("[0-9]+")) {
            ok(call, Map.of("LinkingCode", "ABCD-2345"));
        } else {
            failed(call, 400, "missing Phone in Payload");
        }
    }

    /// Without the usual envelope.
    private void hmac(Context call) throws Exception {
        if (call.method().name().equals("GET")) {
            call.json(Map.of("hmac_key", hmacKey.isEmpty() ? "" : "***"));
            return;
        }
        hmacKey = asked("/session/hmac/config").getLast().text("hmac_key");
        call.json(Map.of("Details", "HMAC configuration saved successfully"));
    }

    private void send(Context call, String required) {
        Asked send = asked(call.path()).getLast();
        if (send.text("Phone").isEmpty() || send.text(required).isEmpty()) {
            failed(call, 400, "missing " + (send.text("Phone").isEmpty() ? "Phone" : required) + " in Payload");
        } else if (required.equals("Image") && !send.text(required).startsWith("data:image")) {
            failed(call, 500, "image data should start with \"data:image/png;base64,\"");
        } else if (required.equals("Document") && !send.text(required).startsWith("data:application/octet-stream")) {
            failed(call, 500, "document data should start with \"data:application/octet-stream;base64,\"");
        } else if (required.equals("Document") && send.text("FileName").isEmpty()) {
            failed(call, 400, "missing FileName in Payload");
        } else {
            ok(call, Map.of("Details", "Sent", "Id", send.text("Id"), "Timestamp", 1763663465));
        }
    }
}
