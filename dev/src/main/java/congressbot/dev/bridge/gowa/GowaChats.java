package congressbot.dev.bridge.gowa;

import static congressbot.dev.bridge.gowa.GowaAnswers.failure;
import static congressbot.dev.bridge.gowa.GowaAnswers.success;

import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.ChatMessage;
import congressbot.dev.bridge.Delivery;
import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.Phone;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What GOWA has kept of chats.
final class GowaChats {
    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 100;

    private final Line line;

    GowaChats(Line line) {
        this.line = line;
    }

    void addTo(RoutesConfig routes) {
        if (line.remembers()) {
            routes.get("/chats", this::listChats);
            routes.get("/chat/{jid}/messages", this::listMessages);
            routes.get("/message/{id}/download", this::download);
        }
    }

    /// Latest first.
    private void listChats(Context call) {
        page(
                call,
                line.phones().stream()
                        .map(this::row)
                        .flatMap(Optional::stream)
                        .sorted((some, other) -> other.at().compareTo(some.at()))
                        .map(row -> row.shown())
                        .toList());
    }

    private record Row(Instant at, Map<String, Object> shown) {}

    private Optional<Row> row(Phone phone) {
        return line.messages(phone).stream()
                .filter(GowaChats::isKnown)
                .map(ChatMessage::at)
                .max(Instant::compareTo)
                .map(last -> new Row(
                        last,
                        Map.of(
                                "jid", phone.jid(),
                                "name", phone.name(),
                                "last_message_time", GowaEvents.seconds(last))));
    }

    private void listMessages(Context call) {
        Optional<Phone> phone = GowaAnswers.phone(line, call.pathParam("jid"));
        Optional<Instant> from = time(call, "start_time");
        Optional<Instant> until = time(call, "end_time");
        Optional<Boolean> ours =
                Optional.ofNullable(call.queryParam("is_from_me")).map(Boolean::valueOf);
        Stream<ChatMessage> messages = phone.stream()
                .flatMap(known -> line.messages(known).stream())
                .filter(GowaChats::isKnown)
                .filter(message -> from.isEmpty() || !message.at().isBefore(from.get()))
                .filter(message -> until.isEmpty() || !message.at().isAfter(until.get()))
                .filter(message -> ours.isEmpty() || ours.get() == message.ours());
        page(
                call,
                messages.map(message -> row(phone.orElseThrow(), message))
                        .toList()
                        .reversed());
    }

    private static boolean isKnown(ChatMessage message) {
        boolean onlyOnThePhone = message.status() == Delivery.WAITING;
        return !onlyOnThePhone && !message.forNobody() && !(message.content() instanceof ChatContent.Gone);
    }

    private Map<String, Object> row(Phone phone, ChatMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", message.id());
        row.put("chat_jid", phone.jid());
        row.put("sender_jid", message.ours() ? GowaEvents.jid(line.account()) : phone.jid());
        row.put("timestamp", GowaEvents.seconds(message.at()));
        row.put("is_from_me", message.ours());
        switch (message.content()) {
            case ChatContent.Text(String text) -> row.put("content", text);
            case ChatContent.Voice _ -> row.put("media_type", "audio");
            case ChatContent.Image image -> {
                row.put("media_type", "image");
                image.caption().ifPresent(caption -> row.put("content", caption));
            }
            case ChatContent.Document document -> {
                row.putAll(Map.of("media_type", "document", "filename", document.fileName()));
                document.caption().ifPresent(caption -> row.put("content", caption));
            }
            case ChatContent.Location _, ChatContent.Contact _, ChatContent.Poll _, ChatContent.Gone _ ->
                row.put("content", "");
        }
        message.content().file().ifPresent(_ -> row.put("url", "https://mmg.whatsapp.net/encrypted"));
        return row;
    }

    private void download(Context call) {
        Optional<String> path =
                GowaAnswers.phone(
                                line,
                                Optional.ofNullable(call.queryParam("phone")).orElse(""))
                        .stream()
                        .flatMap(phone -> line.messages(phone).stream())
                        .filter(message -> message.id().equals(call.pathParam("id")))
                        .flatMap(message -> message.content().file().stream())
                        .findFirst();
        if (path.isEmpty()) {
            failure(call, 500, "INTERNAL_SERVER_ERROR", "message not found, or without downloadable media");
            return;
        }
        success(
                call,
                "Media downloaded",
                Map.of(
                        "message_id",
                        call.pathParam("id"),
                        "file_path",
                        path.get().substring(1),
                        "file_url",
                        call.scheme() + "://" + call.host() + path.get()));
    }

    private static void page(Context call, List<?> all) {
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
}
