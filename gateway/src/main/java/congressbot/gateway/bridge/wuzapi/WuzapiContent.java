package congressbot.gateway.bridge.wuzapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Said;
import congressbot.wire.Json;
import congressbot.wire.message.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what a message holds, in WhatsApp's own names for its parts. Older builds spell a few of
/// them otherwise.
final class WuzapiContent {
    /// Parts that tell the kind of a message, whatever stands beside them.
    private static final List<String> READ = List.of(
            "conversation",
            "extendedTextMessage",
            "imageMessage",
            "audioMessage",
            "documentMessage",
            "locationMessage",
            "liveLocationMessage",
            "contactMessage",
            "contactsArrayMessage",
            "reactionMessage",
            "protocolMessage",
            "buttonsResponseMessage",
            "templateButtonReplyMessage",
            "interactiveResponseMessage",
            "listResponseMessage");

    /// The kinds that we do not read, in neutral words.
    private static final Map<String, String> UNREAD = Map.ofEntries(
            Map.entry("videoMessage", "video"),
            Map.entry("ptvMessage", "video note"),
            Map.entry("stickerMessage", "sticker"),
            Map.entry("lottieStickerMessage", "sticker"),
            Map.entry("stickerPackMessage", "sticker"),
            Map.entry("pollCreationMessage", "poll"),
            Map.entry("pollCreationMessageV2", "poll"),
            Map.entry("pollCreationMessageV3", "poll"),
            Map.entry("pollCreationMessageV4", "poll"),
            Map.entry("pollCreationMessageV5", "poll"),
            Map.entry("pollUpdateMessage", "poll vote"),
            Map.entry("orderMessage", "order"),
            Map.entry("productMessage", "product"),
            Map.entry("listMessage", "list"),
            Map.entry("buttonsMessage", "interactive"),
            Map.entry("interactiveMessage", "interactive"),
            Map.entry("templateMessage", "interactive"),
            Map.entry("groupInviteMessage", "group invite"),
            Map.entry("eventMessage", "event"),
            Map.entry("callLogMesssage", "call"),
            Map.entry("callLogMessage", "call"),
            Map.entry("sendPaymentMessage", "payment"),
            Map.entry("requestPaymentMessage", "payment"),
            Map.entry("placeholderMessage", "unavailable"));

    /// Parts with which a phone says nothing: the album before its pictures, a pin, keys.
    private static final List<String> NOTHING_SAID = List.of(
            "albumMessage", "pinInChatMessage", "keepInChatMessage", "encReactionMessage", "messageHistoryBundle");

    /// Files with words of their own beside them.
    private static final List<String> WITH_CAPTION =
            List.of("imageMessage", "documentMessage", "videoMessage", "ptvMessage");

    /// What `protocolMessage.type` means.
    private static final int REVOKE = 0;

    private static final int EDIT = 14;

    private static final int LONGEST_AUDIO_S = 24 * 3_600;

    private final WuzapiMedia media;

    WuzapiContent(WuzapiMedia media) {
        this.media = media;
    }

    /// The one message that is read.
    ///
    /// @param message its parts
    /// @param root what the bridge put beside the event
    record Part(Fields message, Fields root, WuzapiBody body) {}

    /// Empty when nothing is said.
    Optional<Content> read(Part part) {
        Fields message = part.message();
        Optional<String> kind = first(READ, message);
        if (kind.isPresent()) {
            return ofKind(kind.get(), part);
        }
        if (first(NOTHING_SAID, message).isPresent()) {
            return Optional.empty();
        }
        // Under what we do not see there may be words that we read.
        return Optional.of(words(message).map(Said::text).orElseGet(() -> unread(message)));
    }

    private static Content unread(Fields message) {
        return Said.unsupported(UNREAD.entrySet().stream()
                .filter(known -> message.has(known.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse("unknown"));
    }

    /// A picture without a word also tells that a person of the staff is there; what she changed or
    /// liked does not.
    static Optional<Content> fromStaff(Fields message) {
        boolean changed = Stream.of("protocolMessage", "reactionMessage").anyMatch(message::has);
        return changed || first(NOTHING_SAID, message).isPresent()
                ? Optional.empty()
                : Optional.of(Said.fromStaff(words(message)));
    }

    private Optional<Content> ofKind(String kind, Part part) {
        Fields message = part.message();
        if (kind.equals("conversation")) {
            return Optional.of(words(message).map(Said::text).orElseGet(() -> Said.unsupported("unknown")));
        }
        Fields fields = message.object(kind).orElse(Reply.NOTHING);
        return switch (kind) {
            case "extendedTextMessage" ->
                Optional.of(words(message).map(Said::text).orElseGet(() -> Said.unsupported("unknown")));
            case "imageMessage" -> Optional.of(Said.image(media.ref("image", fields, part), fields.text("caption")));
            case "audioMessage" -> Optional.of(audio(fields, part));
            case "documentMessage" -> Optional.of(document(fields, part));
            case "locationMessage" -> orUnsupported(Said.location(fields), "location");
            case "liveLocationMessage" -> orUnsupported(Said.location(fields), "live location");
            case "contactMessage" -> orUnsupported(Said.contact(fields, Optional.empty()), "contact");
            case "contactsArrayMessage" ->
                orUnsupported(
                        fields.objects("contacts").findFirst().flatMap(card -> Said.contact(card, Optional.empty())),
                        "contacts array");
            case "reactionMessage" -> Optional.of(Said.reaction(originalId(fields), fields.text("text")));
            case "protocolMessage" -> changed(fields);
            default -> orUnsupported(choice(kind, fields), "choice");
        };
    }

    private Content audio(Fields fields, Part part) {
        Optional<Integer> seconds = fields.number("seconds")
                .filter(told -> told >= 0 && told <= LONGEST_AUDIO_S)
                .map(Double::intValue);
        return Said.audio(media.ref("audio", fields, part), fields.text("mimetype"), seconds, Optional.empty());
    }

    private Content document(Fields fields, Part part) {
        return Said.document(
                media.ref("document", fields, part),
                fields.text("fileName").or(() -> fields.text("title")),
                fields.text("caption"));
    }

    /// Edits, deletions, and much that phones tell each other.
    private static Optional<Content> changed(Fields fields) {
        int type = fields.number("type").map(Double::intValue).orElse(-1);
        return switch (type) {
            case REVOKE -> Optional.of(Said.deleted(originalId(fields)));
            case EDIT ->
                Optional.of(Said.edited(
                        originalId(fields), fields.object("editedMessage").flatMap(WuzapiContent::words)));
            default -> Optional.empty();
        };
    }

    private static Optional<Content> choice(String kind, Fields fields) {
        return switch (kind) {
            case "buttonsResponseMessage" ->
                choice(
                        either(fields, "selectedButtonID", "selectedButtonId"),
                        inside(fields, "Response", "SelectedDisplayText").or(() -> fields.text("selectedDisplayText")));
            case "templateButtonReplyMessage" ->
                choice(either(fields, "selectedID", "selectedId"), fields.text("selectedDisplayText"));
            case "listResponseMessage" ->
                choice(
                        fields.object("singleSelectReply")
                                .flatMap(row -> either(row, "selectedRowID", "selectedRowId")),
                        fields.text("title"));
            default -> choice(flowId(fields), inside(fields, "body", "text"));
        };
    }

    private static Optional<Content> choice(Optional<String> id, Optional<String> label) {
        return id.map(option -> Said.choice(option, label.orElse(option)));
    }

    /// Stands in JSON inside the JSON, under names that depend on how the bridge writes alternatives.
    private static Optional<String> flowId(Fields fields) {
        Optional<Fields> around = fields.object("InteractiveResponseMessage");
        Optional<Fields> flow = around.flatMap(message -> message.object("NativeFlowResponseMessage"))
                .or(() -> fields.object("nativeFlowResponseMessage"));
        return flow.flatMap(message -> either(message, "paramsJSON", "paramsJson"))
                .flatMap(WuzapiContent::id);
    }

    private static Optional<String> id(String json) {
        try {
            Fields parameters = new Fields(Json.MAPPER.readTree(json));
            return parameters.text("id").or(() -> parameters.text("selectedId"));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// What a person typed, wherever it stands.
    private static Optional<String> words(Fields message) {
        return message.text("conversation")
                .or(() -> inside(message, "extendedTextMessage", "text"))
                .or(() -> WITH_CAPTION.stream()
                        .flatMap(file -> inside(message, file, "caption").stream())
                        .findFirst());
    }

    private static Optional<String> originalId(Fields fields) {
        return fields.object("key").flatMap(key -> either(key, "ID", "id"));
    }

    private static Optional<String> inside(Fields fields, String part, String name) {
        return fields.object(part).flatMap(inner -> inner.text(name));
    }

    /// @param older how builds of 2025 spell it
    static Optional<String> either(Fields fields, String name, String older) {
        return fields.text(name).or(() -> fields.text(older));
    }

    private static Optional<String> first(List<String> kinds, Fields message) {
        return kinds.stream().filter(message::has).findFirst();
    }

    private static Optional<Content> orUnsupported(Optional<Content> content, String kind) {
        return content.or(() -> Optional.of(Said.unsupported(kind)));
    }
}
