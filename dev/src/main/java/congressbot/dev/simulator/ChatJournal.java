package congressbot.dev.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.dev.bridge.ChatMessage;
import congressbot.dev.bridge.Phone;
import congressbot.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// What the phones remember, one line of JSON for each change. A process that was killed may have
/// left half a line: it is left out.
final class ChatJournal {
    private final Path file;

    ChatJournal(Path file) {
        this.file = file;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(Entry.Added.class), @JsonSubTypes.Type(Entry.Wrote.class)})
    sealed interface Entry {
        /// A phone appeared.
        record Added(Phone phone) implements Entry {}

        /// A message is new, or has changed.
        record Wrote(String number, ChatMessage message) implements Entry {}
    }

    List<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            return List.of();
        }
        String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8); // half a letter is no failure
        if (!content.isEmpty() && !content.endsWith("\n")) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
        return content.lines().flatMap(line -> entry(line).stream()).toList();
    }

    void append(Entry entry) {
        try {
            Files.write(
                    file,
                    (Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Entry> entry(String line) {
        try {
            return Optional.of(Json.read(line, Entry.class));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
