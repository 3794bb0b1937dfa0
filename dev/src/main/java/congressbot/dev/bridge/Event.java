package congressbot.dev.bridge;

import java.time.Instant;
import java.util.List;

/// What happens at WhatsApp and a bridge tells of, if its dialect has words for it.
public sealed interface Event {
    /// A person wrote to us, or somebody of the staff to a person, on the phone that has our number.
    record Said(Phone phone, ChatMessage message) implements Event {}

    /// The person changed what she had written.
    record Edited(Phone phone, Change change, String text) implements Event {}

    /// The person deleted for everyone what she had written.
    record Deleted(Phone phone, Change change) implements Event {}

    /// The person answered a message of ours with an emoji; an empty one takes it back.
    record Reacted(Phone phone, Change change, String emoji) implements Event {}

    /// Messages of ours came that far.
    record Reached(Phone phone, List<String> ids, Delivery how, Instant at) implements Event {
        public Reached {
            ids = List.copyOf(ids);
        }
    }

    /// Our number is no longer linked to the bridge.
    record Unlinked() implements Event {}

    /// Our number is linked again.
    record Linked() implements Event {}

    /// Something done to an earlier message; WhatsApp carries it as a message of its own.
    ///
    /// @param id its own
    /// @param original id of the message
    record Change(String id, String original, Instant at) {}
}
