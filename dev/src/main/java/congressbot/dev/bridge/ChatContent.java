package congressbot.dev.bridge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/// What a message of a chat holds. `media` is the path of a file on our own server.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChatContent.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ChatContent.Voice.class, name = "voice"),
    @JsonSubTypes.Type(value = ChatContent.Image.class, name = "image"),
    @JsonSubTypes.Type(value = ChatContent.Document.class, name = "document"),
    @JsonSubTypes.Type(value = ChatContent.Location.class, name = "location"),
    @JsonSubTypes.Type(value = ChatContent.Contact.class, name = "contact"),
    @JsonSubTypes.Type(value = ChatContent.Poll.class, name = "poll"),
    @JsonSubTypes.Type(value = ChatContent.Gone.class, name = "gone")
})
public sealed interface ChatContent {
    record Text(String text) implements ChatContent {}

    record Voice(String media, int seconds) implements ChatContent {}

    record Image(String media, Optional<String> caption) implements ChatContent {}

    record Document(String media, String fileName, Optional<String> caption) implements ChatContent {}

    /// Degrees, WGS 84.
    record Location(double latitude, double longitude, Optional<String> name, Optional<String> address)
            implements ChatContent {}

    /// Somebody else, whose number stands in digits with the country code.
    record Contact(String name, String phone) implements ChatContent {
        /// As phones write it.
        public String vcard() {
            return """
                    BEGIN:VCARD
                    VERSION:3.0
                    FN:%s
                    TEL;type=CELL;waid=%s:+%s
                    END:VCARD""".formatted(name, phone, phone);
        }
    }

    record Poll(String question, List<String> options) implements ChatContent {
        public Poll {
            options = List.copyOf(options);
        }
    }

    /// Deleted for everyone.
    record Gone() implements ChatContent {}

    /// The file that it holds.
    default Optional<String> file() {
        return switch (this) {
            case Voice voice -> Optional.of(voice.media());
            case Image image -> Optional.of(image.media());
            case Document document -> Optional.of(document.media());
            case Text _, Location _, Contact _, Poll _, Gone _ -> Optional.empty();
        };
    }
}
