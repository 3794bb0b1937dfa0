package congressbot.dev.bridge.wuzapi;

import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Messages as WhatsApp's protocol has them, in JSON: enums are numbers, bytes are base64.
final class WuzapiMessages {
    /// Before the name of a file in what stands for its place at WhatsApp.
    static final String DIRECT_PATH = "/v/t62.7118-24/";

    private static final int REVOKED = 0;
    private static final int EDITED = 14;

    private WuzapiMessages() {}

    /// @param file what the content holds
    static Map<String, Object> of(ChatContent content, Optional<Media.Stored> file) {
        return switch (content) {
            case ChatContent.Text(String text) -> Map.of("conversation", text);
            case ChatContent.Voice voice -> {
                Map<String, Object> audio = stored(file);
                audio.put("mimetype", "audio/ogg; codecs=opus");
                audio.put("PTT", true);
                audio.put("seconds", voice.seconds());
                yield Map.of("audioMessage", audio);
            }
            case ChatContent.Image image -> {
                Map<String, Object> picture = stored(file);
                image.caption().ifPresent(caption -> picture.put("caption", caption));
                yield Map.of("imageMessage", picture);
            }
            case ChatContent.Document document -> {
                Map<String, Object> paper = stored(file);
                paper.put("fileName", document.fileName());
                paper.put("title", document.fileName());
                document.caption().ifPresent(caption -> paper.put("caption", caption));
                yield Map.of("documentMessage", paper);
            }
            case ChatContent.Location place -> Map.of("locationMessage", location(place));
            case ChatContent.Contact contact ->
                Map.of("contactMessage", Map.of("displayName", contact.name(), "vcard", contact.vcard()));
            case ChatContent.Poll poll ->
                Map.of(
                        "pollCreationMessage",
                        Map.of(
                                "name",
                                poll.question(),
                                "options",
                                poll.options().stream()
                                        .map(option -> Map.of("optionName", option))
                                        .toList(),
                                "selectableOptionsCount",
                                1));
            case ChatContent.Gone _ -> Map.of();
        };
    }

    static Map<String, Object> edited(Event.Change change, String text) {
        return Map.of(
                "protocolMessage",
                Map.of(
                        "type",
                        EDITED,
                        "key",
                        Map.of("ID", change.original()),
                        "editedMessage",
                        Map.of("conversation", text)));
    }

    static Map<String, Object> deleted(Event.Change change) {
        return Map.of("protocolMessage", Map.of("type", REVOKED, "key", Map.of("ID", change.original())));
    }

    /// @param own our number's id: whose message it is about
    static Map<String, Object> reaction(Event.Change change, String emoji, String own) {
        Map<String, Object> key = Map.of("ID", change.original(), "fromMe", false, "remoteJID", own);
        return Map.of("reactionMessage", Map.of("key", key, "text", emoji));
    }

    /// The kind of stanza.
    static String type(ChatContent content) {
        return switch (content) {
            case ChatContent.Text _, ChatContent.Gone _ -> "text";
            case ChatContent.Poll _ -> "poll";
            case ChatContent.Voice _,
                    ChatContent.Image _,
                    ChatContent.Document _,
                    ChatContent.Location _,
                    ChatContent.Contact _ -> "media";
        };
    }

    static String mediaType(ChatContent content) {
        return switch (content) {
            case ChatContent.Voice _ -> "ptt";
            case ChatContent.Image _ -> "image";
            case ChatContent.Document _ -> "document";
            case ChatContent.Location _ -> "location";
            case ChatContent.Contact _ -> "vcard";
            case ChatContent.Text _, ChatContent.Poll _, ChatContent.Gone _ -> "";
        };
    }

    /// What proves to the bridge's download that the caller has seen the message.
    static String mediaKey(String name) {
        return base64(sha256(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> location(ChatContent.Location place) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("degreesLatitude", place.latitude());
        location.put("degreesLongitude", place.longitude());
        place.name().ifPresent(name -> location.put("name", name));
        place.address().ifPresent(address -> location.put("address", address));
        return location;
    }

    /// Empty when the file is gone: such a message comes, too.
    private static Map<String, Object> stored(Optional<Media.Stored> file) {
        Map<String, Object> media = new LinkedHashMap<>();
        file.ifPresent(stored -> {
            byte[] bytes = bytes(stored);
            String name = String.valueOf(stored.file().getFileName());
            String path = DIRECT_PATH + name + "?ccb=11-4&mms3=true";
            media.put("URL", "https://mmg.whatsapp.net" + path);
            media.put("directPath", path);
            media.put("mediaKey", mediaKey(name));
            media.put("mimetype", stored.kind().type());
            media.put("fileSHA256", base64(sha256(bytes)));
            media.put("fileEncSHA256", base64(sha256(mediaKey(name).getBytes(StandardCharsets.UTF_8))));
            media.put("fileLength", bytes.length);
        });
        return media;
    }

    private static byte[] bytes(Media.Stored file) {
        try {
            return file.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
