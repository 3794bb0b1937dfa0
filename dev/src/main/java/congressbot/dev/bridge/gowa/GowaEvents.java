package congressbot.dev.bridge.gowa;

import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.ChatMessage;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.Phone;
import congressbot.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Webhook bodies as GOWA 9.2 writes them.
final class GowaEvents {
    private GowaEvents() {}

    /// Empty for what only its WebSocket tells.
    static Optional<String> body(Event event, String account) {
        return switch (event) {
            case Event.Said(Phone phone, ChatMessage message) ->
                Optional.of(written(account, "message", said(phone, message, account)));
            case Event.Edited(Phone phone, Event.Change change, String text) ->
                Optional.of(written(
                        account,
                        "message.edited",
                        changed(phone, change, Map.of("original_message_id", change.original(), "body", text))));
            case Event.Deleted(Phone phone, Event.Change change) ->
                Optional.of(written(
                        account,
                        "message.revoked",
                        changed(
                                phone,
                                change,
                                Map.of("revoked_message_id", change.original(), "revoked_from_me", true))));
            case Event.Reacted(Phone phone, Event.Change change, String emoji) ->
                Optional.of(written(
                        account,
                        "message.reaction",
                        changed(phone, change, Map.of("reaction", emoji, "reacted_message_id", change.original()))));
            case Event.Reached reached -> Optional.of(receipt(reached, account));
            case Event.Unlinked _, Event.Linked _ -> Optional.empty();
        };
    }

    static String jid(String account) {
        return account + "@s.whatsapp.net";
    }

    /// The bridge knows whole seconds only.
    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, Object> said(Phone phone, ChatMessage message, String account) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", message.id());
        payload.put("chat_id", phone.jid());
        payload.put("from", message.ours() ? jid(account) : phone.jid());
        if (!message.ours()) {
            payload.put("from_name", phone.name());
        }
        payload.put("timestamp", seconds(message.at()));
        payload.put("is_from_me", message.ours());
        payload.putAll(content(message.content()));
        return payload;
    }

    private static Map<String, Object> changed(Phone phone, Event.Change change, Map<String, Object> more) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", change.id());
        payload.put("chat_id", phone.jid());
        payload.put("from", phone.jid());
        payload.put("from_name", phone.name());
        payload.put("timestamp", seconds(change.at()));
        payload.put("is_from_me", false);
        payload.putAll(more);
        return payload;
    }

    private static String receipt(Event.Reached reached, String account) {
        String person = reached.phone().jid();
        Map<String, Object> event = envelope(
                account,
                "message.ack",
                Map.of(
                        "ids",
                        reached.ids(),
                        "chat_id",
                        person,
                        "from",
                        person,
                        "receipt_type",
                        reached.how().word()));
        event.put("timestamp", seconds(reached.at()));
        return Json.write(event);
    }

    private static String written(String account, String event, Map<String, Object> payload) {
        return Json.write(envelope(account, event, payload));
    }

    private static Map<String, Object> envelope(String account, String event, Map<String, Object> payload) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("event", event);
        envelope.put("device_id", jid(account));
        envelope.put("session_id", Gowa.DEVICE);
        envelope.put("payload", payload);
        return envelope;
    }

    /// What it cannot name, a poll above all, is a message without any content.
    private static Map<String, Object> content(ChatContent content) {
        return switch (content) {
            case ChatContent.Text(String text) -> Map.of("body", text);
            case ChatContent.Voice voice -> Map.of("audio", relative(voice.media()));
            case ChatContent.Image image -> file("image", image.media(), image.caption());
            case ChatContent.Document document -> file("document", document.media(), document.caption());
            case ChatContent.Location place -> Map.of("location", location(place));
            case ChatContent.Contact contact ->
                Map.of(
                        "contact",
                        Map.of(
                                "displayName", contact.name(),
                                "vcard", contact.vcard(),
                                "phone_number", "+" + contact.phone()));
            case ChatContent.Poll _, ChatContent.Gone _ -> Map.of();
        };
    }

    private static Map<String, Object> file(String kind, String path, Optional<String> caption) {
        return caption.<Map<String, Object>>map(
                        text -> Map.of("body", text, kind, Map.of("path", relative(path), "caption", text)))
                .orElseGet(() -> Map.of(kind, relative(path)));
    }

    private static Map<String, Object> location(ChatContent.Location place) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("degreesLatitude", place.latitude());
        location.put("degreesLongitude", place.longitude());
        place.name().ifPresent(name -> location.put("name", name));
        place.address().ifPresent(address -> location.put("address", address));
        return location;
    }

    /// The bridge names files from its working folder.
    private static String relative(String path) {
        return path.substring(1);
    }
}
