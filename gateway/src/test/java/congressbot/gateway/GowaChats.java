package congressbot.gateway;

import congressbot.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// What a fake GOWA stored: its chats and their messages, newest first, a hundred a page at most.
/// Times are compared as texts in the zone of the bridge, as its SQLite does, whatever zone a call
/// asks in.
final class GowaChats {
    private static final int MOST = 100;
    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx");

    private final List<Stored> messages = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Instant> bumped = new LinkedHashMap<>();
    private volatile Optional<Handler> instead = Optional.empty();
    private volatile Optional<String> failing = Optional.empty();
    private volatile ZoneId zone = ZoneOffset.UTC;

    /// One message.
    record Stored(String id, String chat, Instant at, boolean fromMe, String content, Optional<String> mediaType) {
        static Stored text(String id, String chat, Instant at, String content) {
            return new Stored(id, chat, at, false, content, Optional.empty());
        }

        static Stored ours(String id, String chat, Instant at, String content) {
            return new Stored(id, chat, at, true, content, Optional.empty());
        }

        static Stored media(String id, String chat, Instant at, String content, String mediaType) {
            return new Stored(id, chat, at, false, content, Optional.of(mediaType));
        }
    }

    void store(Stored message) {
        messages.add(message);
    }

    void name(String chat, String name) {
        names.put(chat, name);
    }

    /// Something that the bridge does not store was said last in this chat.
    void unstored(String chat, Instant at) {
        bumped.put(chat, at);
    }

    /// Where the bridge runs.
    void zone(ZoneId bridges) {
        zone = bridges;
    }

    /// The messages of this chat are not given out.
    void failing(String chat) {
        failing = Optional.of(chat);
    }

    /// Answers all questions from now on.
    void instead(Handler handler) {
        instead = Optional.of(handler);
    }

    void asBefore() {
        instead = Optional.empty();
    }

    /// Paths and queries that were asked.
    List<String> asked() {
        return List.copyOf(asked);
    }

    void route(RoutesConfig routes, String base) {
        routes.get(base + "/chats", call -> answer(call, this::chats));
        routes.get(base + "/chat/{jid}/messages", call -> answer(call, this::messages));
    }

    private void answer(Context call, Handler usual) throws Exception {
        asked.add(call.path() + "?" + Optional.ofNullable(call.queryString()).orElse(""));
        instead.orElse(usual).handle(call);
    }

    private void chats(Context call) {
        List<Map<String, Object>> chats = messages.stream()
                .map(Stored::chat)
                .distinct()
                .sorted(Comparator.comparing(this::lastTime).reversed())
                .map(this::chat)
                .toList();
        page(call, chats, chats.size());
    }

    private Map<String, Object> chat(String jid) {
        return Map.of(
                "jid",
                jid,
                "name",
                names.getOrDefault(jid, jid.replaceAll("@.*", "")),
                "last_message_time",
                lastTime(jid).replace(" ", "T"),
                "archived",
                false);
    }

    private String lastTime(String chat) {
        Stream<Instant> unstored = Optional.ofNullable(bumped.get(chat)).stream();
        return Stream.concat(in(chat).map(Stored::at), unstored)
                .map(this::text)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void messages(Context call) {
        String jid = call.pathParam("jid");
        if (failing.filter(jid::equals).isPresent()) {
            FakeGowa.answer(call, 500, "{\"code\":\"INTERNAL_SERVER_ERROR\",\"message\":\"database is locked\"}");
            return;
        }
        Optional<String> from = time(call, "start_time");
        Optional<Boolean> ours =
                Optional.ofNullable(call.queryParam("is_from_me")).map(Boolean::parseBoolean);
        List<Map<String, Object>> found = in(jid).filter(
                        message -> from.isEmpty() || stored(message).compareTo(from.get()) >= 0)
                .filter(message -> ours.isEmpty() || ours.get() == message.fromMe())
                .sorted(Comparator.comparing(this::stored).reversed())
                .map(this::message)
                .toList();
        page(call, found, in(jid).count());
    }

    private Stream<Stored> in(String chat) {
        return messages.stream().filter(message -> message.chat().equals(chat));
    }

    private Map<String, Object> message(Stored message) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", message.id());
        told.put("chat_jid", message.chat());
        told.put("sender_jid", message.fromMe() ? "5585911110000@s.whatsapp.net" : message.chat());
        told.put("content", message.content());
        told.put("timestamp", stored(message).replace(" ", "T"));
        told.put("is_from_me", message.fromMe());
        told.put("media_type", message.mediaType().orElse(""));
        told.put("filename", message.mediaType().map(type -> type + "_1").orElse(""));
        told.put(
                "url",
                message.mediaType().map(_ -> "https://mmg.whatsapp.net/v/1").orElse(""));
        told.put("file_length", 0);
        return told;
    }

    /// The parameter as SQLite is handed it: in the zone that the caller wrote.
    private static Optional<String> time(Context call, String name) {
        return Optional.ofNullable(call.queryParam(name))
                .map(text -> java.time.OffsetDateTime.parse(text).format(STORED));
    }

    private String stored(Stored message) {
        return text(message.at());
    }

    private String text(Instant at) {
        return at.atZone(zone).format(STORED);
    }

    private static void page(Context call, List<Map<String, Object>> all, long total) {
        int limit = number(call, "limit", 25);
        int offset = number(call, "offset", 0);
        if (limit < 1 || limit > MOST) {
            FakeGowa.answer(call, 400, "{\"code\":\"VALIDATION_ERROR\",\"message\":\"limit: must be no greater\"}");
            return;
        }
        List<Map<String, Object>> data = all.stream().skip(offset).limit(limit).toList();
        Map<String, Object> pagination = Map.of("limit", limit, "offset", offset, "total", total);
        FakeGowa.answer(
                call,
                200,
                Json.write(Map.of(
                        "code",
                        "SUCCESS",
                        "message",
                        "Success get",
                        "results",
                        Map.of("data", data, "pagination", pagination))));
    }

    private static int number(Context call, String name, int normal) {
        return Optional.ofNullable(call.queryParam(name)).map(Integer::parseInt).orElse(normal);
    }
}
