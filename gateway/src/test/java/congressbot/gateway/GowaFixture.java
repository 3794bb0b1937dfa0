package congressbot.gateway;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.WebhookCalls;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.http.Body;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// GOWA 9.2, which downloads files by itself.
final class GowaFixture implements BridgeFixture {
    private static final Secret BEFORE = new Secret("segredo-anterior-do-congresso-0000");
    private static final Instant RECEIVED = Instant.parse("2026-11-20T18:31:05Z");
    private static final String PATH = "statics/media/1763663462-6b1f.bin";

    private final FakeGowa fake = new FakeGowa();
    private final HttpCaller caller = new HttpCaller(4);
    private final Bridge bridge;

    GowaFixture(Path folder) {
        Means means = new Means(
                caller,
                new MediaSeal(TestGateway.KEY),
                new Alarm(InstantSource.system()),
                InstantSource.system(),
                folder);
        GowaSettings settings = new GowaSettings(
                fake.uri(),
                Optional.of(new Secret("bot:senha")),
                Optional.of("congresso"),
                List.of(Webhooks.SECRET, BEFORE));
        bridge = new Gowa(Instance.parse("gowa:norte"), settings, means);
        onSend(Ending.TAKEN);
    }

    @Override
    public Bridge bridge() {
        return bridge;
    }

    /// It writes a number in the place of a hidden id, as soon as it knows it.
    @Override
    public String chatOf(Person person) {
        return person.phone.orElse(LID);
    }

    @Override
    public byte[] body(Person person, String id, Deed deed) {
        boolean ours = deed instanceof Deed.StaffText || deed instanceof Deed.StaffReaction;
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", id);
        payload.put("chat_id", deed instanceof Deed.Elsewhere(String address) ? address : chatOf(person));
        person.lid.ifPresent(lid -> payload.put("chat_lid", lid));
        payload.put("from", ours ? OUR_NUMBER + "@s.whatsapp.net" : chatOf(person));
        payload.put("from_name", ours ? "Congresso" : "Maria");
        payload.put("timestamp", "2026-11-20T18:31:02Z");
        payload.put("is_from_me", ours);
        payload.putAll(said(deed));
        return written(Map.of("event", event(deed), "device_id", OUR_NUMBER + "@s.whatsapp.net", "payload", payload));
    }

    @Override
    public byte[] body(Receipt receipt, List<String> ids) {
        String type = switch (receipt) {
            case DELIVERED -> "delivered";
            case READ -> "read";
            case READ_BY_US -> "read-self";
        };
        return written(Map.of(
                "event",
                "message.ack",
                "timestamp",
                "2026-11-20T18:31:09Z",
                "device_id",
                OUR_NUMBER + "@s.whatsapp.net",
                "payload",
                Map.of("ids", ids, "chat_id", LID, "from", PHONE, "receipt_type", type)));
    }

    @Override
    public WebhookCall genuine(byte[] body) {
        return signed(body, Webhooks.SECRET);
    }

    @Override
    public WebhookCall unsigned(byte[] body) {
        return call(body, Map.of());
    }

    @Override
    public WebhookCall signedByAnother(byte[] body) {
        return signed(body, new Secret("segredo-de-outro-0123456789abcdef"));
    }

    @Override
    public WebhookCall signedAsBefore(byte[] body) {
        return signed(body, BEFORE);
    }

    @Override
    public void onSend(Ending ending) {
        fake.onSend(call -> end(call, ending));
    }

    @Override
    public List<Sent> sent() {
        return Stream.concat(
                        fake.sends().stream().map(GowaFixture::sent),
                        fake.uploads().stream().map(GowaFixture::sent))
                .toList();
    }

    @Override
    public List<String> signs() {
        return fake.signs();
    }

    @Override
    public void holds(byte[] file) {
        fake.onFile(call -> call.result(file));
    }

    @Override
    public void losesFiles() {
        fake.onFile(call -> call.status(404));
        fake.onDownload(call -> FakeGowa.answer(
                call, 500, "{\"code\":\"INTERNAL_SERVER_ERROR\",\"message\":\"message with ID 3A not found\"}"));
    }

    @Override
    public void link(boolean connected, boolean loggedIn) {
        fake.onStatus(200, FakeGowa.session(connected, loggedIn, loggedIn ? OUR_NUMBER + "@s.whatsapp.net" : ""));
    }

    @Override
    public void offersQr(byte[] png) {
        link(true, false);
        fake.onFile(call -> call.contentType("image/png").result(png));
    }

    @Override
    public void offersCode() {
        link(true, false);
    }

    @Override
    public URI webhook() {
        return URI.create("http://127.0.0.1:9/webhooks/gowa/norte");
    }

    @Override
    public void stops() {
        fake.close();
    }

    @Override
    public void close() {
        caller.close();
        fake.close();
    }

    private static String event(Deed deed) {
        return switch (deed) {
            case Deed.Reaction _, Deed.StaffReaction _ -> "message.reaction";
            case Deed.Edit _ -> "message.edited";
            case Deed.Deletion _ -> "message.revoked";
            case Deed.Text _,
                    Deed.StaffText _,
                    Deed.Elsewhere _,
                    Deed.Image _,
                    Deed.Voice _,
                    Deed.Document _,
                    Deed.Location _,
                    Deed.Contact _,
                    Deed.Video _,
                    Deed.Sticker _,
                    Deed.LiveLocation _,
                    Deed.Poll _ -> "message";
        };
    }

    private static Map<String, Object> said(Deed deed) {
        return switch (deed) {
            case Deed.Text(String text) -> Map.of("body", text);
            case Deed.StaffText(String text) -> Map.of("body", text);
            case Deed.Elsewhere _ -> Map.of("body", "oi");
            case Deed.Image(String caption) ->
                Map.of("image", Map.of("path", PATH, "caption", caption), "body", caption);
            case Deed.Voice() -> Map.of("audio", PATH);
            case Deed.Document(String name) -> Map.of("document", Map.of("path", PATH, "filename", name));
            case Deed.Location() ->
                Map.of("location", Map.of("degreesLatitude", -3.73, "degreesLongitude", -38.52, "name", "Centro"));
            case Deed.Contact() ->
                Map.of("contact", Map.of("displayName", "Ana", "vcard", "", "phone_number", "5562998765432"));
            case Deed.Reaction(String original, String emoji) ->
                Map.of("reacted_message_id", original, "reaction", emoji);
            case Deed.StaffReaction(String original) -> Map.of("reacted_message_id", original, "reaction", "👍");
            case Deed.Edit(String original, String text) -> Map.of("original_message_id", original, "body", text);
            case Deed.Deletion(String original) -> Map.of("revoked_message_id", original);
            case Deed.Video(String words) -> Map.of("video", Map.of("path", PATH, "caption", words), "body", words);
            case Deed.Sticker() -> Map.of("sticker", PATH);
            case Deed.LiveLocation() -> Map.of("live_location", Map.of("degreesLatitude", 1, "degreesLongitude", 1));
            case Deed.Poll() -> Map.of();
        };
    }

    private static byte[] written(Map<String, Object> root) {
        return Json.write(root).getBytes(StandardCharsets.UTF_8);
    }

    private static WebhookCall signed(byte[] body, Secret secret) {
        return call(body, Map.of("X-Hub-Signature-256", Webhooks.signature(body, secret)));
    }

    private static WebhookCall call(byte[] body, Map<String, String> headers) {
        return WebhookCalls.of(Optional.empty(), headers, body, RECEIVED);
    }

    private static Sent sent(FakeGowa.Send send) {
        try {
            var body = Json.MAPPER.readTree(send.body());
            return new Sent(body.path("phone").asText(), body.path("message").asText(), Optional.empty());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sent sent(FakeGowa.Upload upload) {
        return new Sent(
                String.join("", upload.fields().getOrDefault("phone", List.of())),
                String.join("", upload.fields().getOrDefault("caption", List.of())),
                Optional.of(new SentFile(upload.fileName(), Body.of(upload.bytes()))));
    }

    private static void end(Context call, Ending ending) {
        switch (ending) {
            case TAKEN -> results(call, Map.of("message_id", FakeGowa.SENT, "status", "Message sent"));
            case NOT_CONNECTED -> failed(call, 401, "AUTHENTICATION_ERROR", "not connect to services server");
            case CREDENTIALS_WRONG ->
                call.status(401).header("WWW-Authenticate", "Basic").result("Unauthorized");
            case REACH_LIMITED -> failed(call, 429, "WA_REACHOUT_TIMELOCK", "server returned error 463");
            case INVALID -> failed(call, 400, "VALIDATION_ERROR", "phone: cannot be blank.");
            case TOO_LONG -> call.status(413);
            case REFUSED_BY_WHATSAPP -> failed(call, 500, "INTERNAL_SERVER_ERROR", "server returned error 479");
            case UPLOAD_FAILED -> failed(call, 500, "UPLOAD_MEDIA_ERROR", "upload failed");
            case FAILED_SOMEWHERE -> failed(call, 500, "INTERNAL_SERVER_ERROR", "context deadline exceeded");
            case NOT_IN_ITS_WORDS -> call.status(200).result("<html>welcome</html>");
            case PROXY_FAILED -> call.status(502).result("bad gateway");
            case CUT_OFF_AFTER_THE_BODY -> Cutting.cut(call);
        }
    }

    private static void results(Context call, Map<String, Object> results) {
        call.json(Map.of("code", "SUCCESS", "message", "", "results", results));
    }

    private static void failed(Context call, int status, String code, String message) {
        call.status(status).json(Map.of("code", code, "message", message));
    }
}
