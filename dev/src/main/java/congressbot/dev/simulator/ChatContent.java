package congressbot.dev.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/// What a message of a chat holds. `media` is the path of a file on our own server.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChatContent.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ChatContent.Voice.class, name = "voice"),
    @JsonSubTypes.Type(value = ChatContent.Image.class, name = "image"),
    @JsonSubTypes.Type(value = ChatContent.Location.class, name = "location")
})
sealed interface ChatContent {
    record Text(String text) implements ChatContent {}

    record Voice(String media, int seconds) implements ChatContent {}

    record Image(String media, Optional<String> caption) implements ChatContent {}

    /// Degrees, WGS 84.
    record Location(double latitude, double longitude, Optional<String> name, Optional<String> address)
            implements ChatContent {}
}
