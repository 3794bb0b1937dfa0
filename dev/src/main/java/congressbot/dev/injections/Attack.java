package congressbot.dev.injections;

import congressbot.dev.dialogues.Spoken;
import congressbot.wire.message.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The messages of one attacker, one after the other.
///
/// @param file where they stand, without its ending
/// @param asked what the bot must have asked before the first of them
record Attack(String file, Asked asked, List<Content> messages) {
    private static final String MESSAGE = "> ";

    /// `# campo: cidade`: the messages that follow are answers to this question.
    private static final Pattern FIELD = Pattern.compile("# campo: (.+)");

    Attack {
        messages = List.copyOf(messages);
    }

    /// What the bot has asked.
    enum Asked {
        NOTHING,
        NAME,
        EMAIL,
        CPF,
        CITY;

        private static Asked of(String field) throws IOException {
            return switch (field) {
                case "nome completo" -> NAME;
                case "e-mail" -> EMAIL;
                case "CPF" -> CPF;
                case "cidade" -> CITY;
                default -> throw new IOException("no field of the form: " + field);
            };
        }
    }

    /// Reads a file: lines `> message` (see [Spoken]), a blank line between two attackers, `#` before remarks.
    static List<Attack> read(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        List<Attack> attacks = new ArrayList<>();
        List<Content> messages = new ArrayList<>();
        Asked asked = Asked.NOTHING;
        for (String line : Files.readAllLines(file)) {
            Matcher field = FIELD.matcher(line);
            if (line.startsWith(MESSAGE)) {
                messages.add(Spoken.content(line.substring(MESSAGE.length())));
            } else if (!messages.isEmpty()) {
                attacks.add(new Attack(name, asked, messages));
                messages.clear();
            }
            asked = field.matches() ? Asked.of(field.group(1)) : asked;
        }
        if (!messages.isEmpty()) {
            attacks.add(new Attack(name, asked, messages));
        }
        return attacks;
    }
}
