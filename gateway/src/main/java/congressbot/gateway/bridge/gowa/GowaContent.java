package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.MediaSeal;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.WellFormed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a message holds; all versions write the same keys. Every text gets a limit, so that no envelope can
/// become longer than [IncomingMessage#MAX_BYTES].
final class GowaContent {
    /// Keys that tell the kind of a message, whatever text stands beside them.
    private static final List<String> KINDS = List.of(
            "audio",
            "image",
            "document",
            "location",
            "contact",
            "contacts_array",
            "video",
            "video_note",
            "sticker",
            "live_location");

    /// Keys of kinds that we do not read, where a text beside them says more.
    private static final List<String> KINDS_WITHOUT_TEXT = List.of("list", "order", "interactive");

    /// WhatsApp allows 1,024 characters.
    private static final int MAX_CAPTION = 4_096;

    private static final int MAX_FILE_NAME = 255;
    private static final int MAX_ADDRESS = 500;
    private static final int MAX_NAME = 128;
    private static final int MAX_ID = 128;
    private static final int MAX_EMOJI = 32;

    private static final Pattern PHONE_IN_CARD = Pattern.compile("waid=([0-9]{7,15})");

    private final MediaSeal seal;

    GowaContent(MediaSeal seal) {
        this.seal = seal;
    }

    /// The one message that is read.
    ///
    /// @param fields where the content keys stand
    /// @param text the text or caption beside them
    record Part(Fields fields, Optional<String> text, String messageId, Jid chat) {}

    Content read(Part part) {
        Optional<String> kind = KINDS.stream().filter(part.fields()::has).findFirst();
        return kind.map(key -> ofKind(key, part))
                .or(() -> part.text().map(GowaContent::text))
                .orElseGet(() -> KINDS_WITHOUT_TEXT.stream()
                        .filter(part.fields()::has)
                        .findFirst()
                        .map(GowaContent::unsupported)
                        .orElseGet(() -> unsupported("unknown")));
    }

    static Content text(String text) {
        return new Content.Text(WellFormed.cut(text, IncomingMessage.MAX_TEXT));
    }

    static Content reaction(Optional<String> originalId, Optional<String> emoji) {
        return originalId
                .<Content>map(id -> new Content.Reaction(
                        WellFormed.cut(id, MAX_ID), cut(emoji, MAX_EMOJI).orElse("")))
                .orElseGet(() -> unsupported("reaction"));
    }

    /// Edits of captions, and those that the bridge cannot decrypt, come without a text.
    static Content edited(Optional<String> originalId, Optional<String> text) {
        return originalId.isPresent() && text.isPresent()
                ? new Content.Edited(
                        WellFormed.cut(originalId.get(), MAX_ID), WellFormed.cut(text.get(), IncomingMessage.MAX_TEXT))
                : unsupported("edit");
    }

    static Content deleted(Optional<String> originalId) {
        return originalId
                .<Content>map(id -> new Content.Deleted(WellFormed.cut(id, MAX_ID)))
                .orElseGet(() -> unsupported("deletion"));
    }

    private Content ofKind(String key, Part part) {
        Optional<Content> content = switch (key) {
            case "audio" -> media(key, part).map(file -> audio(file, part));
            case "image" -> media(key, part).map(file -> new Content.Image(ref(file, part), caption(file, part)));
            case "document" ->
                media(key, part)
                        .map(file -> new Content.Document(
                                ref(file, part), cut(file.fileName(), MAX_FILE_NAME), caption(file, part)));
            case "location" -> part.fields().object(key).flatMap(GowaContent::location);
            case "contact" -> part.fields().object(key).flatMap(GowaContent::contact);
            case "contacts_array" -> part.fields().objects(key).findFirst().flatMap(GowaContent::contact);
            default -> Optional.empty();
        };
        return content.orElseGet(() -> unsupported(key));
    }

    private static Optional<GowaMedia> media(String key, Part part) {
        return GowaMedia.at(part.fields(), key);
    }

    private Content audio(GowaMedia file, Part part) {
        return new Content.Audio(
                ref(file, part), cut(file.mime(), MAX_NAME), Optional.empty(), caption(file, part), Optional.empty());
    }

    private String ref(GowaMedia file, Part part) {
        return seal.seal(Gowa.CHANNEL, file.place(part.messageId(), part.chat()));
    }

    private static Optional<String> caption(GowaMedia file, Part part) {
        return cut(file.caption().or(part::text), MAX_CAPTION);
    }

    private static Optional<Content> location(Fields place) {
        Optional<Double> latitude = place.number("degreesLatitude").filter(degrees -> Math.abs(degrees) <= 90);
        Optional<Double> longitude = place.number("degreesLongitude").filter(degrees -> Math.abs(degrees) <= 180);
        return latitude.flatMap(north -> longitude.map(east -> new Content.Location(
                north, east, cut(place.text("name"), MAX_ADDRESS), cut(place.text("address"), MAX_ADDRESS))));
    }

    private static Optional<Content> contact(Fields card) {
        Optional<String> phone = card.text("phone_number")
                .or(() -> card.text("vcard")
                        .map(PHONE_IN_CARD::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1)));
        return card.text("displayName")
                .map(name -> new Content.Contact(WellFormed.cut(name, MAX_NAME), cut(phone, MAX_NAME)));
    }

    private static Content unsupported(String key) {
        return new Content.Unsupported(key.replace('_', ' '));
    }

    private static Optional<String> cut(Optional<String> text, int max) {
        return text.map(whole -> WellFormed.cut(whole, max));
    }
}
