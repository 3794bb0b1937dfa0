package congressbot.bot.conversation;

import congressbot.bot.answering.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What was answered in one turn: planned once more because somebody else was faster, a turn asks nobody twice. For one
/// thread.
final class Replies {
    private final Map<String, Reply> replies = new HashMap<>();
    private final Map<String, Optional<String>> proposals = new HashMap<>();
    private final Map<String, Optional<String>> pictures = new HashMap<>();

    Reply once(String question, Supplier<Reply> ask) {
        return once(replies, question, ask);
    }

    Optional<String> proposed(String text, Supplier<Optional<String>> ask) {
        return once(proposals, text, ask);
    }

    Optional<String> looked(String message, Supplier<Optional<String>> look) {
        return once(pictures, message, look);
    }

    private static <T> T once(Map<String, T> known, String about, Supplier<T> ask) {
        T before = known.get(about);
        if (before != null) {
            return before;
        }
        T fresh = ask.get();
        known.put(about, fresh);
        return fresh;
    }
}
