package congressbot.wire.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/// What one message holds. On the wire the simple name stands in `type`; an unknown type is refused.
/// A `mediaRef` is opaque: only the gateway that made it can open it (`GET /media/{ref}`). Every text is
/// [well-formed][WellFormed].
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
    record Text(String text) implements Content {
        public Text {
            text = WellFormed.text(text);
        }
    }

    /// A voice note or music; `transcript` is set by the worker.
    record Audio(
            String mediaRef,
            Optional<String> mime,
            Optional<Integer> seconds,
            Optional<String> caption,
            Optional<String> transcript)
            implements Content {
        public Audio {
            mediaRef = WellFormed.text(mediaRef);
            mime = WellFormed.text(mime);
            caption = WellFormed.text(caption);
            transcript = WellFormed.text(transcript);
        }

        /// With the text of what is said.
        public Audio saying(String text) {
            String cut = WellFormed.cut(text, IncomingMessage.MAX_TEXT);
            return new Audio(mediaRef, mime, seconds, caption, Optional.of(cut));
        }
    }

    record Image(String mediaRef, Optional<String> caption) implements Content {
        public Image {
            mediaRef = WellFormed.text(mediaRef);
            caption = WellFormed.text(caption);
        }
    }

    record Document(String mediaRef, Optional<String> fileName, Optional<String> caption) implements Content {
        public Document {
            mediaRef = WellFormed.text(mediaRef);
            fileName = WellFormed.text(fileName);
            caption = WellFormed.text(caption);
        }
    }

    /// Degrees, WGS 84.
    record Location(double latitude, double longitude, Optional<String> name, Optional<String> address)
            implements Content {
        public Location {
            name = WellFormed.text(name);
            address = WellFormed.text(address);
        }
    }

    record Contact(String name, Optional<String> phone) implements Content {
        public Contact {
            name = WellFormed.text(name);
            phone = WellFormed.text(phone);
        }
    }

    /// A tapped button or list row.
    record Choice(String optionId, String label) implements Content {
        public Choice {
            optionId = WellFormed.text(optionId);
            label = WellFormed.text(label);
        }
    }

    record Reaction(String originalId, String emoji) implements Content {
        public Reaction {
            originalId = WellFormed.text(originalId);
            emoji = WellFormed.text(emoji);
        }
    }

    /// A message changed after it was sent; `originalId` is the provider's id of the changed one.
    record Edited(String originalId, String text) implements Content {
        public Edited {
            originalId = WellFormed.text(originalId);
            text = WellFormed.text(text);
        }
    }

    /// A message deleted for everyone.
    record Deleted(String originalId) implements Content {
        public Deleted {
            originalId = WellFormed.text(originalId);
        }
    }

    /// Typed by a person of the staff on the organiser's own phone.
    record FromStaff(String text) implements Content {
        public FromStaff {
            text = WellFormed.text(text);
        }
    }

    /// Something that the channel forwards and we do not read; `kind` in the adapter's neutral words.
    record Unsupported(String kind) implements Content {
        public Unsupported {
            kind = WellFormed.text(kind);
        }
    }
}
