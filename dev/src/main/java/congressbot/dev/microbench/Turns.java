package congressbot.dev.microbench;

import congressbot.wire.resource.ResourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The turns of `turns.txt`: what a person writes, and what the chat was before.
final class Turns {
    private static final String NEW_CHAT = "---";
    private static final String NOT_MEASURED = ">";

    private final SequencedMap<String, Turn> byName = new LinkedHashMap<>();

    /// A turn that is about to be thought about.
    record Turn(Mind.Thought before, String text) {}

    /// Plays all chats up to their ends.
    Turns(Mind mind) {
        Mind.Thought chat = Mind.Thought.START;
        for (String line : ResourceFile.beside(Turns.class, "turns.txt").lines()) {
            if (line.equals(NEW_CHAT)) {
                chat = Mind.Thought.START;
            } else {
                boolean measured = !line.startsWith(NOT_MEASURED);
                int end = line.indexOf(measured ? ':' : '>');
                String text = line.substring(end + 1).strip();
                if (measured) {
                    byName.put(line.substring(0, end), new Turn(chat, text));
                }
                chat = mind.think(chat, text);
            }
        }
    }

    Turn named(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(() -> new IllegalArgumentException("no turn " + name));
    }

    /// What is written in them, in the order of the file.
    List<String> texts() {
        return byName.values().stream().map(Turn::text).toList();
    }

    Set<String> names() {
        return byName.sequencedKeySet();
    }
}
