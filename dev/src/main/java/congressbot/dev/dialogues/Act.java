package congressbot.dev.dialogues;

import congressbot.wire.message.Content;
import java.util.List;

/// What happens in a script, one after the other.
sealed interface Act {
    /// The person writes, and the bot answers.
    ///
    /// @param burst sent within a second or two
    /// @param replies as they stand in the script; none when the bot is silent, or when they were not written yet
    record Turn(List<Content> burst, List<String> replies) implements Act {
        public Turn {
            burst = List.copyOf(burst);
            replies = List.copyOf(replies);
        }
    }

    /// Nobody writes for so long.
    record Pause(int days) implements Act {}
}
