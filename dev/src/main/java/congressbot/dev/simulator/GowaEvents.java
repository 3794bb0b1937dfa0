package congressbot.dev.simulator;

import congressbot.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Webhook bodies as GOWA 9.2 writes them.
final class GowaEvents {
    /// The congress's own number; the one that the sample congress publishes.
    static final String ACCOUNT = "556230002027";

    static final String ACCOUNT_JID = ACCOUNT + "@s.whatsapp.net";
    static final String DEVICE = "congresso";

    private final Pace pace;

    GowaEvents(Pace pace) {
        this.pace = pace;
    }

    String message(Phone phone, ChatMessage message) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", message.id());
        payload.put("chat_id", phone.jid());
        payload.put("from", phone.jid());
        payload.put("from_name", phone.name());
        payload.put("timestamp", seconds(message.at()));
        payload.put("is_from_me", false);
        payload.putAll(content(message.content()));
        return Json.write(envelope("message", payload));
    }

    /// What became of messages that we sent.
    ///
    /// @param receipt `delivered` or `read`
    String receipt(Phone phone, List<String> ids, String receipt) {
        Map<String, Object> event = envelope(
                "message.ack",
                Map.of("ids", ids, "chat_id", phone.jid(), "from", phone.jid(), "receipt_type", receipt));
        event.put("timestamp", seconds(pace.now()));
        return Json.write(event);
    }

    private static Map<String, Object> envelope(String event, Map<String, Object> payload) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("event", event);
        envelope.put("device_id", ACCOUNT_JID);
        envelope.put("session_id", DEVICE);
        envelope.put("payload", payload);
        return envelope;
    }

    private static Map<String, Object> content(ChatContent content) {
        return switch (content) {
            case ChatContent.Text(String text) -> Map.of("body", text);
            case ChatContent.Voice voice -> Map.of("audio", relative(voice.media()));
            case ChatContent.Image image ->
                image.caption()
                        .<Map<String, Object>>map(caption -> Map.of(
                                "body", caption, "image", Map.of("path", relative(image.media()), "caption", caption)))
                        .orElseGet(() -> Map.of("image", relative(image.media())));
            case ChatContent.Location place -> Map.of("location", location(place));
        };
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

    /// The bridge knows whole seconds only.
    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
