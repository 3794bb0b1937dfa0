package congressbot.wire.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/// What one message holds. On the wire the simple name stands in `type`; an unknown type is refused.
/// A `mediaRef` is opaque: only the gateway that made it can open it (`GET /media/{ref}`).
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Content.Text.class),
    @JsonSubTypes.Type(Content.Audio.class),
    @JsonSubTypes.Type(Content.Image.class),
    @JsonSubTypes.Type(Content.Document.class),
    @JsonSubTypes.Type(Content.Location.class),
    @JsonSubTypes.Type(Content.Contact.class),
    @JsonSubTypes.Type(Content.Choice.class),
    @JsonSubTypes.Type(Content.Reaction.class),
    @JsonSubTypes.Type(Content.Edited.class),
    @JsonSubTypes.Type(Content.Deleted.class),
    @JsonSubTypes.Type(Content.FromStaff.class),
    @JsonSubTypes.Type(Content.Unsupported.class)
})
public sealed interface Content {
    record Text(String text) implements Content {}

    /// A voice note or music; `transcript` is set by the worker.
    record Audio(
            String mediaRef,
            Optional<String> mime,
            Optional<Integer> seconds,
            Optional<String> caption,
            Optional<String> transcript)
            implements Content {}

    record Image(String mediaRef, Optional<String> caption) implements Content {}

    record Document(String mediaRef, Optional<String> fileName, Optional<String> caption) implements Content {}

    /// Degrees, WGS 84.
    record Location(double latitude, double longitude, Optional<String> name, Optional<String> address)
            implements Content {}

    record Contact(String name, Optional<String> phone) implements Content {}

    /// A tapped button or list row.
    record Choice(String optionId, String label) implements Content {}

    record Reaction(String originalId, String emoji) implements Content {}

    /// A message changed after it was sent; `originalId` is the provider's id of the changed one.
    record Edited(String originalId, String text) implements Content {}

    /// A message deleted for everyone.
    record Deleted(String originalId) implements Content {}

    /// Typed by a person of the staff on the organiser's own phone.
    record FromStaff(String text) implements Content {}

    /// Something that the channel forwards and we do not read; `kind` in the adapter's neutral words.
    record Unsupported(String kind) implements Content {}
}
