package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.bridge.whatsapp.Said;
import congressbot.wire.message.Content;
import java.util.List;
import java.util.Optional;

/// Reads what a message holds; all versions write the same keys.
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

    private final Instance instance;
    private final MediaSeal seal;

    GowaContent(Instance instance, MediaSeal seal) {
        this.instance = instance;
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
                .or(() -> part.text().map(Said::text))
                .orElseGet(() -> KINDS_WITHOUT_TEXT.stream()
                        .filter(part.fields()::has)
                        .findFirst()
                        .map(GowaContent::unsupported)
                        .orElseGet(() -> unsupported("unknown")));
    }

    private Content ofKind(String key, Part part) {
        Optional<Content> content = switch (key) {
            case "audio" ->
                media(key, part)
                        .map(file -> Said.audio(ref(file, part), file.mime(), Optional.empty(), caption(file, part)));
            case "image" -> media(key, part).map(file -> Said.image(ref(file, part), caption(file, part)));
            case "document" ->
                media(key, part).map(file -> Said.document(ref(file, part), file.fileName(), caption(file, part)));
            case "location", "live_location" -> part.fields().object(key).flatMap(Said::location);
            case "contact" -> part.fields().object(key).flatMap(GowaContent::contact);
            case "contacts_array" -> part.fields().objects(key).findFirst().flatMap(GowaContent::contact);
            default -> Optional.empty();
        };
        return content.orElseGet(() -> words(key, part).map(Said::text).orElseGet(() -> unsupported(key)));
    }

    /// Under what we do not see there may be words that we read.
    private static Optional<String> words(String key, Part part) {
        return part.text().or(() -> part.fields().object(key).flatMap(file -> file.text("caption")));
    }

    private static Optional<GowaMedia> media(String key, Part part) {
        return GowaMedia.at(part.fields(), key);
    }

    private String ref(GowaMedia file, Part part) {
        return seal.seal(instance, file.place(part.messageId(), part.chat()));
    }

    private static Optional<String> caption(GowaMedia file, Part part) {
        return file.caption().or(part::text);
    }

    private static Optional<Content> contact(Fields card) {
        return Said.contact(card, card.text("phone_number"));
    }

    private static Content unsupported(String key) {
        return Said.unsupported(key.replace('_', ' '));
    }
}
