package congressbot.bot.llm;

import congressbot.bot.congress.Congress;
import congressbot.wire.message.ConversationId;
import java.util.List;

/// A text in which our own recogniser found no value of the asked field.
///
/// @param field asked for
/// @param text as the person wrote it
/// @param personal values that must not leave the process
public record Proposal(Congress congress, ConversationId person, Field field, String text, List<String> personal) {
    public Proposal {
        personal = List.copyOf(personal);
    }

    /// The fields that a model may help with: what is personal is never sent to it.
    public enum Field {
        CITY,
        PROFILE
    }

    /// Without what the person wrote.
    @Override
    public String toString() {
        return "Proposal[" + field + "]";
    }
}
