package congressbot.bot.attention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import congressbot.bot.registration.Covering;
import congressbot.wire.Json;
import congressbot.wire.message.Content;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that was said in a chat.
///
/// @param name of the account that said it
/// @param kind what it is, in one word: `text`, `audio`, `image`, `document`, `location`, `contact`,
///     `reaction`, `deleted`, `edited`, `unsupported`
/// @param text the words of it, or a caption; perhaps empty
/// @param transcript what was heard of a voice note
/// @param media how its file is fetched
/// @param before the words as they were first, where the person changed them
/// @param delivery how far it has come
public record Bubble(
        long id,
        By by,
        Optional<String> name,
        String kind,
        String text,
        Optional<String> transcript,
        Optional<String> media,
        Optional<String> before,
        Delivery delivery,
        Instant at) {
    private static final String TEXT = "text";

    /// Who said it.
    public enum By {
        PERSON,
        BOT,
        ACCOUNT,
        PHONE,
        NOTICE;

        /// For texts and styles.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How far a message has come.
    public enum Delivery {
        RECEIVED,
        PENDING,
        SENT,
        DELIVERED,
        READ,
        FAILED,
        CANCELLED;

        /// For texts and styles.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where a message stands and how it went, beside what it holds.
    record Row(long id, By by, Optional<String> name, Delivery delivery, Instant at) {}

    /// Of the person.
    ///
    /// @param before what stood there before she changed it
    static Bubble heard(Row row, String json, Optional<String> before) {
        Content content = content(json);
        Optional<String> transcript = content instanceof Content.Audio audio ? audio.transcript() : Optional.empty();
        return new Bubble(
                row.id(),
                row.by(),
                row.name(),
                kind(content),
                text(content),
                transcript,
                media(content),
                before.map(Bubble::content).map(Bubble::text),
                row.delivery(),
                row.at());
    }

    /// Of ours.
    static Bubble said(Row row, String json) {
        return new Bubble(
                row.id(),
                row.by(),
                row.name(),
                TEXT,
                saidWords(json),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.delivery(),
                row.at());
    }

    /// The words of a stored message on one line.
    static String words(boolean heard, String json) {
        if (!heard) {
            return saidWords(json);
        }
        Content content = content(json);
        Optional<String> transcript = content instanceof Content.Audio audio ? audio.transcript() : Optional.empty();
        return Stream.of(Optional.of(text(content)), transcript)
                .flatMap(Optional::stream)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" "));
    }

    /// Whether a document stands in it.
    public boolean hasDocument(Covering covering) {
        return covering.standsIn(text)
                || Stream.concat(transcript.stream(), before.stream()).anyMatch(covering::standsIn);
    }

    /// The same with its documents covered.
    public Bubble covered(Covering covering) {
        return new Bubble(
                id,
                by,
                name,
                kind,
                covering.in(text),
                transcript.map(covering::in),
                media,
                before.map(covering::in),
                delivery,
                at);
    }

    private static String saidWords(String json) {
        try {
            JsonNode words = Json.MAPPER.readTree(json).path(TEXT);
            return words.asText("");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored message that is no JSON", e);
        }
    }

    /// What a newer version stored is shown as unreadable.
    private static Content content(String json) {
        try {
            return Json.read(json, Content.class);
        } catch (JsonProcessingException _) {
            return new Content.Unsupported("unknown");
        }
    }

    private static String kind(Content content) {
        return switch (content) {
            case Content.Text _, Content.Choice _ -> TEXT;
            case Content.Audio _ -> "audio";
            case Content.Image _ -> "image";
            case Content.Document _ -> "document";
            case Content.Location _ -> "location";
            case Content.Contact _ -> "contact";
            case Content.Reaction _ -> "reaction";
            case Content.Edited _ -> "edited";
            case Content.Deleted _ -> "deleted";
            case Content.FromStaff _ -> TEXT;
            case Content.Unsupported _ -> "unsupported";
        };
    }

    private static String text(Content content) {
        return switch (content) {
            case Content.Text text -> text.text();
            case Content.Choice choice -> choice.label();
            case Content.Audio audio -> audio.caption().orElse("");
            case Content.Image image -> image.caption().orElse("");
            case Content.Document document -> joined(document.fileName(), document.caption());
            case Content.Location place -> joined(place.name(), place.address());
            case Content.Contact contact -> joined(Optional.of(contact.name()), contact.phone());
            case Content.Reaction reaction -> reaction.emoji();
            case Content.Edited edited -> edited.text();
            case Content.FromStaff staff -> staff.text();
            case Content.Deleted _, Content.Unsupported _ -> "";
        };
    }

    private static Optional<String> media(Content content) {
        return switch (content) {
            case Content.Audio audio -> Optional.of(audio.mediaRef());
            case Content.Image image -> Optional.of(image.mediaRef());
            default -> Optional.empty();
        };
    }

    private static String joined(Optional<String> first, Optional<String> second) {
        return Stream.of(first, second).flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    /// Without the words, which are personal.
    @Override
    public String toString() {
        return "Bubble[%d, %s, %s]".formatted(id, by, kind);
    }
}
