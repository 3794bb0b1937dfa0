package congressbot.dev.bridge.wuzapi;

import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.ChatMessage;
import congressbot.dev.bridge.Delivery;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.Media;
import congressbot.dev.bridge.Phone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The events of WhatsApp as they stand in `jsonData`: fields in Go's words, messages in those of the
/// protocol.
final class WuzapiEvents {
    private static final ZoneOffset BRASILIA = ZoneOffset.ofHours(-3);
    private static final int UNLINKED_ELSEWHERE = 401;

    private final Line line;

    WuzapiEvents(Line line) {
        this.line = line;
    }

    Map<String, Object> of(Event event) {
        return switch (event) {
            case Event.Said(Phone phone, ChatMessage message) -> said(phone, message);
            case Event.Edited(Phone phone, Event.Change change, String text) ->
                message(info(phone, change, "text", "1"), WuzapiMessages.edited(change, text), true);
            case Event.Deleted(Phone phone, Event.Change change) ->
                message(info(phone, change, "text", "7"), WuzapiMessages.deleted(change), false);
            case Event.Reacted(Phone phone, Event.Change change, String emoji) ->
                message(info(phone, change, "reaction", ""), WuzapiMessages.reaction(change, emoji, own()), false);
            case Event.Reached reached -> receipt(reached);
            case Event.Unlinked() -> typed("LoggedOut", Map.of("OnConnect", false, "Reason", UNLINKED_ELSEWHERE));
            case Event.Linked() -> typed("Connected", Map.of());
        };
    }

    private Map<String, Object> said(Phone phone, ChatMessage message) {
        ChatContent content = message.content();
        Map<String, Object> info = info(phone, message.id(), message.at());
        info.put("Type", WuzapiMessages.type(content));
        info.put("MediaType", WuzapiMessages.mediaType(content));
        if (message.ours()) {
            info.put("IsFromMe", true);
            info.put("Sender", Phone.onDevice(own()));
            info.put("SenderAlt", "");
            info.put("RecipientAlt", phone.jid());
            info.put("PushName", "");
            info.put("DeviceSentMeta", Map.of("DestinationJID", phone.lid(), "Phash", ""));
        }
        Optional<Media.Stored> file = line.media().of(content);
        Map<String, Object> told = message(info, WuzapiMessages.of(content, file), false);
        file.ifPresent(stored -> attach(told, stored));
        return told;
    }

    private static void attach(Map<String, Object> told, Media.Stored file) {
        try {
            told.put("base64", Base64.getEncoder().encodeToString(file.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        told.put("mimeType", file.kind().type());
        told.put("fileName", String.valueOf(file.file().getFileName()));
    }

    private static Map<String, Object> message(Map<String, Object> info, Map<String, Object> message, boolean isEdit) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("Info", info);
        event.put("Message", message);
        for (String flag : List.of("IsEphemeral", "IsViewOnce", "IsViewOnceV2", "IsViewOnceV2Extension")) {
            event.put(flag, false);
        }
        event.put("IsDocumentWithCaption", false);
        event.put("IsLottieSticker", false);
        event.put("IsBotInvoke", false);
        event.put("IsEdit", isEdit);
        event.put("SourceWebMsg", null);
        event.put("UnavailableRequestID", "");
        event.put("RetryCount", 0);
        event.put("NewsletterMeta", null);
        event.put("RawMessage", message);
        return typed("Message", event);
    }

    private static Map<String, Object> info(Phone phone, Event.Change change, String type, String edit) {
        Map<String, Object> info = info(phone, change.id(), change.at());
        info.put("Type", type);
        info.put("Edit", edit);
        return info;
    }

    /// The number is hidden: the chat is known by another id, and the number stands beside it.
    private static Map<String, Object> info(Phone phone, String id, Instant at) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("Chat", phone.lid());
        info.put("Sender", Phone.onDevice(phone.lid()));
        info.put("IsFromMe", false);
        info.put("IsGroup", false);
        info.put("AddressingMode", "lid");
        info.put("SenderAlt", Phone.onDevice(phone.jid()));
        info.put("RecipientAlt", "");
        info.put("BroadcastListOwner", "");
        info.put("BroadcastRecipients", null);
        info.put("ID", id);
        info.put("ServerID", 0);
        info.put("Type", "text");
        info.put("PushName", phone.name());
        info.put("Timestamp", seconds(at));
        info.put("Category", "");
        info.put("Multicast", false);
        info.put("MediaType", "");
        info.put("Edit", "");
        info.put("MsgBotInfo", Map.of());
        info.put("MsgMetaInfo", Map.of());
        info.put("VerifiedName", null);
        info.put("DeviceSentMeta", null);
        return info;
    }

    private static Map<String, Object> receipt(Event.Reached reached) {
        boolean read = reached.how() == Delivery.READ;
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("Chat", reached.phone().lid());
        event.put("Sender", Phone.onDevice(reached.phone().lid()));
        event.put("MessageIDs", reached.ids());
        event.put("Timestamp", seconds(reached.at()));
        event.put("Type", read ? "read" : "");
        Map<String, Object> told = typed("ReadReceipt", event);
        told.put("state", read ? "Read" : "Delivered");
        return told;
    }

    private static Map<String, Object> typed(String type, Map<String, Object> event) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", type);
        told.put("event", event);
        return told;
    }

    private String own() {
        return line.account() + "@s.whatsapp.net";
    }

    /// Whole seconds, in the bridge's time zone.
    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atOffset(BRASILIA).toString();
    }
}
