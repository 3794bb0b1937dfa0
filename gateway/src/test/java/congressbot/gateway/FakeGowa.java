package congressbot.gateway;

import congressbot.wire.http.Body;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.http.UploadedFile;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A bridge for tests, following its written contract: it accepts every send, unless the test tells
/// it otherwise.
final class FakeGowa implements AutoCloseable {
    static final String SENT = "3EB0A1B2C3D4E5F60718";

    private final List<Send> sends = new CopyOnWriteArrayList<>();
    private final List<String> signs = new CopyOnWriteArrayList<>();
    private final List<String> fetches = new CopyOnWriteArrayList<>();
    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private final GowaChats chats = new GowaChats();
    private final GowaDevices devices = new GowaDevices();
    private final Javalin server;

    private volatile Handler onSend = call -> answer(
            call,
            200,
            "{\"code\":\"SUCCESS\",\"message\":\"Message sent\",\"results\":{\"message_id\":\"" + SENT
                    + "\",\"status\":\"Message sent\"}}");
    private volatile Predicate<Context> admitted = _ -> true;
    private volatile Handler onFile = call -> call.status(404);
    private volatile Handler onDownload = call -> call.status(404);
    private volatile Handler onStatus = call -> answer(call, 200, session(true, true, "5585911110000@s.whatsapp.net"));

    FakeGowa() {
        server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.routes.before("/gowa/*", this::admit);
            config.routes.post("/gowa/send/message", this::send);
            config.routes.post("/gowa/send/image", call -> upload(call, "image"));
            config.routes.post("/gowa/send/file", call -> upload(call, "file"));
            chats.route(config.routes, "/gowa");
            devices.route(config.routes, "/gowa");
            config.routes.post("/gowa/message/{id}/read", this::sign);
            config.routes.post("/gowa/send/chat-presence", this::sign);
            config.routes.get("/gowa/message/{id}/download", this::download);
            config.routes.get("/gowa/statics/*", this::file);
            config.routes.get("/gowa/app/status", call -> devices.asOne(call, onStatus));
        });
        server.start(0);
    }

    /// What came in at `/send/image` or `/send/file`.
    ///
    /// @param part name of the part with the bytes
    /// @param fields all other parts
    record Upload(String part, String fileName, String type, Body content, Map<String, List<String>> fields) {
        byte[] bytes() {
            return content.bytes();
        }
    }

    /// What came in at `/send/message`.
    record Send(String body, Optional<String> authorization, Optional<String> device) {
        static Send of(Context call) {
            return new Send(call.body(), header(call, "Authorization"), header(call, "X-Device-Id"));
        }

        private static Optional<String> header(Context call, String name) {
            @Nullable String value = call.header(name);
            return Optional.ofNullable(value);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/gowa");
    }

    List<Send> sends() {
        return List.copyOf(sends);
    }

    /// From now on it has a password, which the files need not.
    void asksWhoCalls() {
        admitted = call -> call.path().startsWith("/gowa/statics/") || call.header("Authorization") != null;
    }

    /// From now on no password is right.
    void refusesAll() {
        admitted = _ -> false;
    }

    List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    GowaChats chats() {
        return chats;
    }

    GowaDevices devices() {
        return devices;
    }

    /// Paths and bodies of the calls that show something to a person.
    List<String> signs() {
        return List.copyOf(signs);
    }

    /// Paths, with their query, of the calls for files; each with what proves who calls.
    List<String> fetches() {
        return List.copyOf(fetches);
    }

    void onFile(Handler handler) {
        onFile = handler;
    }

    void onDownload(Handler handler) {
        onDownload = handler;
    }

    void onSend(Handler handler) {
        onSend = handler;
    }

    void onSend(int status, String body) {
        onSend = call -> answer(call, status, body);
    }

    void onStatus(int status, String body) {
        onStatus = call -> answer(call, status, body);
    }

    static String session(boolean connected, boolean loggedIn, String jid) {
        return "{\"code\":\"SUCCESS\",\"message\":\"\",\"results\":{\"is_connected\":" + connected
                + ",\"is_logged_in\":" + loggedIn + ",\"device_id\":\"congresso\",\"jid\":\"" + jid + "\"}}";
    }

    @Override
    public void close() {
        server.stop();
    }

    private void admit(Context call) {
        if (!admitted.test(call)) {
            call.header("WWW-Authenticate", "Basic realm=Restricted");
            throw new UnauthorizedResponse("Unauthorized");
        }
    }

    private void send(Context call) throws Exception {
        sends.add(Send.of(call));
        onSend.handle(call);
    }

    private void upload(Context call, String part) throws Exception {
        UploadedFile file = Objects.requireNonNull(call.uploadedFile(part), part);
        Map<String, List<String>> fields = new TreeMap<>(call.formParamMap());
        fields.remove(part);
        try (InputStream bytes = file.content()) {
            uploads.add(new Upload(
                    part,
                    file.filename(),
                    Optional.ofNullable(file.contentType()).orElse(""),
                    Body.of(bytes.readAllBytes()),
                    fields));
        }
        onSend.handle(call);
    }

    private void file(Context call) throws Exception {
        note(call);
        onFile.handle(call);
    }

    private void download(Context call) throws Exception {
        note(call);
        onDownload.handle(call);
    }

    private void note(Context call) {
        Send who = Send.of(call);
        fetches.add(String.join(
                " ",
                call.req().getRequestURI() + (call.queryString() == null ? "" : "?" + call.queryString()),
                who.authorization().orElse(""),
                who.device().orElse("")));
    }

    private void sign(Context call) {
        signs.add(call.path() + " " + call.body());
        answer(call, 200, "{\"code\":\"SUCCESS\",\"message\":\"\",\"results\":null}");
    }

    static void answer(Context call, int status, String body) {
        call.status(status).contentType("application/json").result(body);
    }
}
