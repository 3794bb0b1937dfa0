package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Conversations as people read them: `>` the person (consecutive lines are one burst, `[audio]` and the like are
/// media, `[edit] before => after` changes a message whose turn is over), `<` the bot, `@` what is known before
/// (`@phone`, `@taken-cpf`, `@taken-email`, `@race`), `#` a remark.
/// `-Dtranscripts.rewrite=true` writes the answers anew, to be reviewed by eye.
class TranscriptTest {
    private static final String EDIT = "[edit] ";
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    static List<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void the_conversation_goes_as_written(Path file) throws IOException {
        List<String> written = Files.readAllLines(file);

        List<String> played = played(written);

        if (Boolean.getBoolean("transcripts.rewrite")) {
            Files.write(file, played);
        }
        assertThat(String.join("\n", played)).isEqualTo(String.join("\n", Files.readAllLines(file)));
    }

    private static List<String> played(List<String> written) {
        Chat chat = new Chat();
        List<String> played = new ArrayList<>();
        List<Content> burst = new ArrayList<>();
        for (String line : written) {
            if (!line.startsWith(">")) {
                answer(chat, burst, played);
            }
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '<' -> {}
                case '>' -> {
                    burst.add(content(line.substring(1).strip()));
                    played.add(line);
                }
                case '@' -> {
                    prepare(chat, line.substring(1).split(" ", 2));
                    played.add(line);
                }
                default -> played.add(line);
            }
        }
        answer(chat, burst, played);
        return played;
    }

    private static void answer(Chat chat, List<Content> burst, List<String> played) {
        if (!burst.isEmpty()) {
            String reply = chat.hear(burst);
            reply.lines().forEach(line -> played.add(line.isEmpty() ? "<" : "< " + line));
            burst.clear();
        }
    }

    private static void prepare(Chat chat, String... directive) {
        switch (directive[0]) {
            case "phone" -> chat.phone = Optional.of(new PhoneNumber(directive[1]));
            case "taken-cpf" -> chat.takenDocuments.add(directive[1]);
            case "taken-email" -> chat.takenEmails.add(directive[1]);
            case "race" -> chat.race.add(Field.valueOf(directive[1]));
            default -> throw new IllegalArgumentException("unknown directive " + directive[0]);
        }
    }

    private static Content edited(String change) {
        String[] words = change.split(" => ", 2);
        return new Content.Edited(words[0], words[1]);
    }

    private static Content content(String typed) {
        return switch (typed) {
            case "[audio]" ->
                new Content.Audio("ref", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            case "[image]" -> new Content.Image("ref", Optional.empty());
            case "[document]" -> new Content.Document("ref", Optional.empty(), Optional.empty());
            case "[location]" -> new Content.Location(-16.6, -49.2, Optional.empty(), Optional.empty());
            case "[contact]" -> new Content.Contact("Ana", Optional.empty());
            case "[sticker]" -> new Content.Unsupported("sticker");
            case "[reaction]" -> new Content.Reaction("3A", "👍");
            default -> typed.startsWith(EDIT) ? edited(typed.substring(EDIT.length())) : new Content.Text(typed);
        };
    }
}
