package congressbot.bot.knowledge;

import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one file of a congress's knowledge.
final class KnowledgeFile {
    /// Largest file, in bytes: more than any organiser writes by hand.
    static final int MAX_BYTES = 512 * 1024;

    static final String ENDING = ".md";

    /// Longest heading and title, in characters: an answer names them.
    private static final int MAX_HEADING = 200;

    /// Longest sentence, row or entry, in characters.
    private static final int MAX_PIECE = 2_000;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|\\p{Cf}");
    private static final Pattern NUMBERED = Pattern.compile("^[0-9]+[-_ ]*");

    private KnowledgeFile() {}

    /// What became of a file.
    sealed interface Outcome {
        record Read(Document document) implements Outcome {}

        /// It cannot be used as it is.
        record Faulty(Fault fault) implements Outcome {
            private Faulty(int line, Kind kind, Object... values) {
                this(Fault.at(line, kind, values));
            }
        }
    }

    /// @param name of the file, without its folder
    static Outcome read(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return tooLarge();
        }
        try {
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return read(name, content.startsWith("\uFEFF") ? content.substring(1) : content);
        } catch (CharacterCodingException _) {
            return new Outcome.Faulty(0, Kind.NOT_UTF8);
        }
    }

    static Outcome tooLarge() {
        return new Outcome.Faulty(0, Kind.TOO_LARGE, MAX_BYTES / 1024);
    }

    /// @param content decoded
    static Outcome read(String name, String content) {
        Optional<Fault> unfit = MarkdownTree.fault(content);
        if (unfit.isPresent()) {
            return new Outcome.Faulty(unfit.get());
        }
        if (CONTROL.matcher(content).find()) {
            return new Outcome.Faulty(lineOf(content), Kind.INVISIBLE);
        }
        Markdown.Parsed parsed = Markdown.parse(content);
        if (parsed.sections().isEmpty()) {
            return new Outcome.Faulty(0, Kind.NOTHING);
        }
        for (Section section : parsed.sections()) {
            if (section.heading().length() > MAX_HEADING) {
                return new Outcome.Faulty(0, Kind.LONG_HEADING, MAX_HEADING);
            }
            if (section.pieces().stream().anyMatch(piece -> piece.length() > MAX_PIECE)) {
                return new Outcome.Faulty(0, Kind.LONG_PIECE, MAX_PIECE);
            }
        }
        String title =
                parsed.title().filter(text -> text.length() <= MAX_HEADING).orElseGet(() -> titleOf(name));
        return new Outcome.Read(new Document(name, title, content, parsed.sections()));
    }

    private static int lineOf(String content) {
        int at = CONTROL.matcher(content).results().findFirst().orElseThrow().start();
        return (int) content.substring(0, at + 1).lines().count();
    }

    /// `06-estacionamento.md` is called "estacionamento".
    private static String titleOf(String name) {
        String plain = name.substring(0, name.length() - ENDING.length()).replace('-', ' ');
        String title = NUMBERED.matcher(plain).replaceFirst("").strip();
        return title.isEmpty() ? name : title;
    }
}
