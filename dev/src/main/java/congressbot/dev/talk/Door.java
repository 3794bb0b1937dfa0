package congressbot.dev.talk;

import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import java.io.IOException;
import java.util.List;

/// One person's way to bot-api. For one thread.
public interface Door {
    ConversationId conversation();

    /// Says something and waits for all that is answered.
    ///
    /// @param burst what is sent at once
    /// @throws IOException when it is not answered, or by anything but success
    Answer say(List<Content> burst) throws IOException;

    /// What came back.
    ///
    /// @param replies one for each turn that spoke
    /// @param step where the conversation stands now
    record Answer(List<String> replies, Step step) {
        public Answer {
            replies = List.copyOf(replies);
        }
    }
}
