package congressbot.dev.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.simulator.Bridge.Taken;
import congressbot.wire.Json;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What GOWA 9.2 offers to whoever sends by it. Everything but the media asks for Basic credentials, as a bridge that
/// is set up with care does.
final class BridgeEndpoints {
    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 100;

    private final Bridge bridge;
    private final Chats chats;
    private final WhatsAppLink link;
    private final Media media;
    private final Secret basicAuth;

    /// @param basicAuth `user:password`
    BridgeEndpoints(Bridge bridge, Chats chats, WhatsAppLink link, Media media, Secret basicAuth) {
        this.bridge = bridge;
        this.chats = chats;
        this.link = link;
        this.media = media;
        this.basicAuth = basicAuth;
    }

    void addTo(RoutesConfig routes) {
        for (String path : List.of("/send/*", "/message/*", "/app/*", "/chats", "/chat/*")) {
            routes.before(path, this::authenticate);
        }
        routes.exception(
                JsonProcessingException.class,
                (_, call) -> failure(call, 500, "INTERNAL_SERVER_ERROR", "the body is no JSON"));
        routes.post("/send/message", this::send);
        routes.post("/send/chat-presence", this::type);
        routes.post("/message/{id}/read", this::read);
        routes.get("/message/{id}/download", this::download);
        routes.get("/app/status", this::status);
        routes.get("/app/info", call -> success(call, "info", Map.of("version", "v9.2.0", "os", "simulator")));
        routes.get("/chats", this::listChats);
        routes.get("/chat/{jid}/messages", this::listMessages);
        routes.get(Media.PATH + "{name}", this::file);
    }

    private void authenticate(Context call) {
        String given = Optional.ofNullable(call.header("Authorization")).orElse("");
        String wanted = Base64.getEncoder().encodeToString(basicAuth.reveal().getBytes(StandardCharsets.UTF_8));
        if (!new Secret("Basic " + wanted).matches(given)) {
            call.status(401)
                    .header("WWW-Authenticate", "Basic realm=\"Restricted\"")
                    .result("Unauthorized");
            call.skipRemainingHandlers();
        }
    }

    private void send(Context call) throws JsonProcessingException {
        JsonNode body = body(call);
        String text = body.path("message").asText();
        Optional<Phone> phone = phone(body);
        if (text.isBlank() || body.path("phone").asText().isBlank()) {
            failure(call, 400, "VALIDATION_ERROR", "phone and message cannot be blank");
        } else if (phone.isEmpty()) {
            failure(call, 400, "INVALID_JID", "the number is not on whatsapp");
        } else {
            switch (bridge.send(phone.get(), text)) {
                case Taken.Sent(String id) ->
                    success(call, "Message sent", Map.of("message_id", id, "status", "Message sent"));
                case Taken.NotConnected() -> failure(call, 401, "AUTHENTICATION_ERROR", "not connected to WhatsApp");
                case Taken.Starting() -> failure(call, 503, "DEVICE_MANAGER_UNAVAILABLE", "starting");
            }
        }
    }

    private void type(Context call) throws JsonProcessingException {
        JsonNode body = body(call);
        String action = body.path("action").asText();
        if (!List.of("start", "stop").contains(action)) {
            failure(call, 400, "VALIDATION_ERROR", "action must be start or stop");
            return;
        }
        forPhone(call, body, phone -> bridge.type(phone, action.equals("start")), "chat-presence-" + action);
    }

    private void read(Context call) throws JsonProcessingException {
        String id = call.pathParam("id");
        forPhone(call, body(call), phone -> chats.move(phone, id, Delivery.READ), id);
    }

    @FunctionalInterface
    private interface Act {
        void on(Phone phone);
    }

    private void forPhone(Context call, JsonNode body, Act act, String messageId) {
        Optional<Phone> phone = phone(body);
        if (!link.connected()) {
            failure(call, 401, "AUTHENTICATION_ERROR", "not connected to WhatsApp");
        } else if (phone.isEmpty()) {
            failure(call, 400, "INVALID_JID", "the number is not on whatsapp");
        } else {
            act.on(phone.get());
            success(call, "Success", Map.of("message_id", messageId, "status", "Success"));
        }
    }

    private void status(Context call) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("is_connected", link.connected());
        results.put("is_logged_in", true);
        results.put("device_id", GowaEvents.DEVICE);
        results.put("jid", GowaEvents.ACCOUNT_JID);
        success(call, "Connection status retrieved", results);
    }

    private void listChats(Context call) {
        List<Map<String, Object>> all = chats.all().stream()
                .filter(chat -> !chat.messages().isEmpty())
                .map(BridgeEndpoints::describe)
                .toList();
        page(call, all);
    }

    private static Map<String, Object> describe(Chat chat) {
        return Map.of(
                "jid", chat.phone().jid(),
                "name", chat.phone().name(),
                "last_message_time",
                        GowaEvents.seconds(chat.messages().getLast().at()));
    }

    private void listMessages(Context call) {
        Optional<Phone> phone = byJid(call.pathParam("jid"));
        Optional<Instant> from = time(call, "start_time");
        Optional<Instant> until = time(call, "end_time");
        Optional<Boolean> ours =
                Optional.ofNullable(call.queryParam("is_from_me")).map(Boolean::valueOf);
        Stream<ChatMessage> messages = phone.stream()
                .flatMap(known -> chats.messages(known).stream())
                .filter(message -> message.status() != Delivery.WAITING && !message.forNobody())
                .filter(message -> from.isEmpty() || !message.at().isBefore(from.get()))
                .filter(message -> until.isEmpty() || !message.at().isAfter(until.get()))
                .filter(message -> ours.isEmpty() || ours.get() == (message.from() == Sender.BOT));
        page(
                call,
                messages.map(message -> describe(phone.orElseThrow(), message))
                        .toList()
                        .reversed());
    }

    private static Map<String, Object> describe(Phone phone, ChatMessage message) {
        boolean ours = message.from() == Sender.BOT;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", message.id());
        row.put("chat_jid", phone.jid());
        row.put("sender_jid", ours ? GowaEvents.ACCOUNT_JID : phone.jid());
        row.put("timestamp", GowaEvents.seconds(message.at()));
        row.put("is_from_me", ours);
        switch (message.content()) {
            case ChatContent.Text(String text) -> row.put("content", text);
            case ChatContent.Voice voice -> row.putAll(Map.of("media_type", "audio", "url", voice.media()));
            case ChatContent.Image image -> {
                row.putAll(Map.of("media_type", "image", "url", image.media()));
                image.caption().ifPresent(caption -> row.put("content", caption));
            }
            case ChatContent.Location _ -> row.put("content", "");
        }
        return row;
    }

    private void download(Context call) {
        Optional<String> path = byJid(
                        Optional.ofNullable(call.queryParam("phone")).orElse(""))
                .stream()
                .flatMap(phone -> chats.messages(phone).stream())
                .filter(message -> message.id().equals(call.pathParam("id")))
                .flatMap(message -> mediaOf(message.content()).stream())
                .findFirst();
        if (path.isEmpty()) {
            failure(call, 500, "INTERNAL_SERVER_ERROR", "message not found, or without downloadable media");
            return;
        }
        String file = path.get().substring(1);
        success(
                call,
                "Media downloaded",
                Map.of("message_id", call.pathParam("id"), "file_path", file, "file_url", origin(call) + path.get()));
    }

    private static String origin(Context call) {
        return call.scheme() + "://" + call.host();
    }

    private static Optional<String> mediaOf(ChatContent content) {
        return switch (content) {
            case ChatContent.Voice voice -> Optional.of(voice.media());
            case ChatContent.Image image -> Optional.of(image.media());
            case ChatContent.Text _, ChatContent.Location _ -> Optional.empty();
        };
    }

    private void file(Context call) throws IOException {
        Optional<Media.Stored> stored = media.find(call.pathParam("name"));
        if (stored.isEmpty()) {
            failure(call, 404, "NOT_FOUND", "no such file");
            return;
        }
        call.writeSeekableStream(
                Files.newInputStream(stored.get().file()),
                stored.get().type(),
                Files.size(stored.get().file()));
    }

    private void page(Context call, List<?> all) {
        int limit = Math.min(number(call, "limit", USUAL_PAGE), LARGEST_PAGE);
        int offset = number(call, "offset", 0);
        success(
                call,
                "Success",
                Map.of(
                        "data", all.stream().skip(offset).limit(limit).toList(),
                        "pagination", Map.of("limit", limit, "offset", offset, "total", all.size())));
    }

    private static int number(Context call, String name, int normal) {
        return Optional.ofNullable(call.queryParam(name))
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(normal);
    }

    private static Optional<Instant> time(Context call, String name) {
        try {
            return Optional.ofNullable(call.queryParam(name)).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Optional<Phone> phone(JsonNode body) {
        return byJid(body.path("phone").asText());
    }

    private Optional<Phone> byJid(String jid) {
        return chats.phone(jid.split("@", 2)[0].replace("+", ""));
    }

    private static JsonNode body(Context call) throws JsonProcessingException {
        return Json.MAPPER.readTree(call.body());
    }

    private static void success(Context call, String message, Object results) {
        answer(call, 200, Map.of("code", "SUCCESS", "message", message, "results", results));
    }

    private static void failure(Context call, int status, String code, String message) {
        answer(call, status, Map.of("code", code, "message", message));
    }

    private static void answer(Context call, int status, Object body) {
        call.status(status).contentType("application/json").result(Json.write(body));
    }
}
