package congressbot.gateway;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.wuzapi.Wuzapi;
import congressbot.gateway.bridge.wuzapi.WuzapiWebhooks;
import congressbot.wire.Json;
import congressbot.wire.http.Body;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// wuzapi of 2026: files inside its webhooks, which are JSON; or forms, and files that it has to be
/// asked for.
final class WuzapiFixture implements BridgeFixture {
    private final FakeWuzapi fake = new FakeWuzapi();
    private final HttpCaller caller = new HttpCaller(4);
    private final Bridge bridge;
    private final boolean json;

    private Optional<byte[]> file = Optional.empty();

    /// @param json whether webhooks are JSON, with the files in them
    WuzapiFixture(Path folder, boolean json) {
        this.json = json;
        Means means = new Means(
                caller,
                new MediaSeal(TestGateway.KEY),
                new Alarm(InstantSource.system()),
                InstantSource.system(),
                folder);
        bridge = new Wuzapi(
                Instance.parse("wuzapi:norte"), WuzapiWebhooks.settings(fake.uri(), Optional.empty()), means);
        losesFiles();
    }

    @Override
    public Bridge bridge() {
        return bridge;
    }

    @Override
    public String chatOf(Person person) {
        return person.lid.orElse(PHONE);
    }

    @Override
    public byte[] body(Person person, String id, Deed deed) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("Info", info(person, id, deed));
        event.put("Message", message(deed));
        Map<String, Object> root = new LinkedHashMap<>();
        boolean inside =
                json && (deed instanceof Deed.Image || deed instanceof Deed.Voice || deed instanceof Deed.Document);
        file.filter(_ -> inside)
                .ifPresent(bytes -> root.put("base64", Base64.getEncoder().encodeToString(bytes)));
        root.put("event", event);
        root.put("type", "Message");
        return written(root);
    }

    @Override
    public byte[] body(Receipt receipt, List<String> ids) {
        Map<String, Object> event = Map.of("Chat", LID, "MessageIDs", ids, "Timestamp", "2026-11-20T18:31:09Z");
        String state = switch (receipt) {
            case DELIVERED -> "Delivered";
            case READ -> "Read";
            case READ_BY_US -> "ReadSelf";
        };
        return written(Map.of("event", event, "type", "ReadReceipt", "state", state));
    }

    @Override
    public WebhookCall genuine(byte[] body) {
        return WuzapiWebhooks.call(body);
    }

    @Override
    public WebhookCall unsigned(byte[] body) {
        return call(body, Map.of());
    }

    @Override
    public WebhookCall signedByAnother(byte[] body) {
        return call(body, signature(body, new Secret("segredo-de-outro-0123456789abcdef")));
    }

    @Override
    public WebhookCall signedAsBefore(byte[] body) {
        return call(body, signature(body, WuzapiWebhooks.PREVIOUS_HMAC_KEY));
    }

    @Override
    public void onSend(Ending ending) {
        for (String kind : List.of("text", "image", "document")) {
            fake.on("/chat/send/" + kind, call -> end(call, ending));
        }
    }

    @Override
    public List<Sent> sent() {
        return fake.asked("/chat/send/").stream().map(WuzapiFixture::sent).toList();
    }

    @Override
    public List<String> signs() {
        return Stream.of("/chat/markread", "/chat/presence")
                .flatMap(path -> fake.asked(path).stream())
                .map(asked -> asked.path() + " " + asked.body())
                .toList();
    }

    @Override
    public void holds(byte[] bytes) {
        file = Optional.of(bytes);
        String data =
                "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(bytes);
        onDownload(call -> FakeWuzapi.ok(call, Map.of("Mimetype", "application/octet-stream", "Data", data)));
    }

    @Override
    public void losesFiles() {
        file = Optional.empty();
        onDownload(
                call -> FakeWuzapi.failed(call, 500, "failed to download media: download failed with status code 410"));
    }

    @Override
    public void link(boolean connected, boolean loggedIn) {
        fake.link(connected, loggedIn);
    }

    @Override
    public void offersQr(byte[] png) {
        fake.forgetClient();
        fake.showQr("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }

    @Override
    public void offersCode() {
        fake.forgetClient();
    }

    @Override
    public URI webhook() {
        return URI.create("http://127.0.0.1:9/webhooks/wuzapi/norte");
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

    private static Map<String, Object> info(Person person, String id, Deed deed) {
        boolean ours = deed instanceof Deed.StaffText || deed instanceof Deed.StaffReaction;
        String chat = person.lid.orElse(PHONE);
        String other = chat.equals(PHONE) ? "" : person.phone.orElse("");
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("Chat", deed instanceof Deed.Elsewhere(String address) ? address : chat);
        info.put("Sender", ours ? OUR_NUMBER + ":3@s.whatsapp.net" : chat.replace("@", ":12@"));
        info.put("SenderAlt", ours ? "99887766554433:3@lid" : other.replace("@", ":12@"));
        info.put("RecipientAlt", ours ? other : "");
        info.put("IsFromMe", ours);
        info.put("ID", id);
        info.put("PushName", ours ? "Congresso" : "Maria");
        info.put("Timestamp", "2026-11-20T15:31:02-03:00");
        return info;
    }

    private static Map<String, Object> message(Deed deed) {
        return switch (deed) {
            case Deed.Text(String text) -> Map.of("conversation", text);
            case Deed.StaffText(String text) -> Map.of("conversation", text);
            case Deed.Elsewhere _ -> Map.of("conversation", "oi");
            case Deed.Image(String caption) -> Map.of("imageMessage", with(Map.of("caption", caption)));
            case Deed.Voice() -> Map.of("audioMessage", with(Map.of("seconds", 7, "PTT", true)));
            case Deed.Document(String name) -> Map.of("documentMessage", with(Map.of("fileName", name)));
            case Deed.Location() ->
                Map.of(
                        "locationMessage",
                        Map.of("degreesLatitude", -3.73, "degreesLongitude", -38.52, "name", "Centro"));
            case Deed.Contact() ->
                Map.of("contactMessage", Map.of("displayName", "Ana", "vcard", "TEL;waid=5562998765432:+55"));
            case Deed.Reaction(String original, String emoji) ->
                Map.of("reactionMessage", Map.of("key", Map.of("ID", original), "text", emoji));
            case Deed.StaffReaction(String original) ->
                Map.of("reactionMessage", Map.of("key", Map.of("ID", original), "text", "👍"));
            case Deed.Edit(String original, String text) ->
                Map.of(
                        "protocolMessage",
                        Map.of(
                                "key",
                                Map.of("ID", original),
                                "type",
                                14,
                                "editedMessage",
                                Map.of("conversation", text)));
            case Deed.Deletion(String original) ->
                Map.of("protocolMessage", Map.of("key", Map.of("ID", original), "type", 0));
            case Deed.Video(String words) -> Map.of("videoMessage", with(Map.of("caption", words)));
            case Deed.Sticker() -> Map.of("stickerMessage", with(Map.of()));
            case Deed.LiveLocation() ->
                Map.of("liveLocationMessage", Map.of("degreesLatitude", 1, "degreesLongitude", 1));
            case Deed.Poll() -> Map.of("pollCreationMessageV3", Map.of("name", "Qual dia?"));
        };
    }

    /// With the keys of a file at WhatsApp.
    private static Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> file = new LinkedHashMap<>(more);
        file.put("URL", "https://mmg.whatsapp.net/v/t62");
        file.put("directPath", "/v/t62");
        file.put("mediaKey", "AQIDBA==");
        file.put("fileSHA256", "AQIDBA==");
        file.put("fileEncSHA256", "AQIDBA==");
        return file;
    }

    private byte[] written(Map<String, Object> root) {
        String text = Json.write(root);
        return (json ? text : WuzapiWebhooks.form(text)).getBytes(StandardCharsets.UTF_8);
    }

    private static WebhookCall call(byte[] body, Map<String, String> headers) {
        return WuzapiWebhooks.call(body, Optional.of(WuzapiWebhooks.WEBHOOK_KEY.reveal()), headers);
    }

    private static Map<String, String> signature(byte[] body, Secret secret) {
        return Map.of("x-hmac-signature", WuzapiWebhooks.signature(body, secret));
    }

    private void onDownload(Handler handler) {
        List.of("image", "audio", "document").forEach(kind -> fake.on("/chat/download" + kind, handler));
    }

    private static Sent sent(FakeWuzapi.Asked asked) {
        String data = asked.text("Image") + asked.text("Document");
        Optional<SentFile> file = data.isEmpty()
                ? Optional.empty()
                : Optional.of(new SentFile(
                        asked.text("FileName"),
                        Body.of(Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1)))));
        return new Sent(asked.text("Phone"), asked.text("Body") + asked.text("Caption"), file);
    }

    private static void end(Context call, Ending ending) {
        switch (ending) {
            case TAKEN ->
                FakeWuzapi.ok(call, Map.of("Details", "Sent", "Id", "3EB0A1B2C3D4E5F60718", "Timestamp", 1763663465));
            case NOT_CONNECTED -> FakeWuzapi.failed(call, 500, "no session");
            case CREDENTIALS_WRONG -> FakeWuzapi.failed(call, 401, "unauthorized");
            case REACH_LIMITED -> FakeWuzapi.failed(call, 500, "error sending message: server returned error 463");
            case INVALID -> FakeWuzapi.failed(call, 400, "could not parse Phone");
            case TOO_LONG -> call.status(413);
            case REFUSED_BY_WHATSAPP ->
                FakeWuzapi.failed(call, 500, "error sending message: server returned error 479");
            case UPLOAD_FAILED -> FakeWuzapi.failed(call, 500, "failed to upload file: timeout");
            case FAILED_SOMEWHERE -> call.status(500).json(Map.of("code", 500, "success", true));
            case NOT_IN_ITS_WORDS -> call.status(200).result("<html>welcome</html>");
            case PROXY_FAILED -> call.status(502).result("bad gateway");
            case CUT_OFF_AFTER_THE_BODY -> Cutting.cut(call);
        }
    }
}
