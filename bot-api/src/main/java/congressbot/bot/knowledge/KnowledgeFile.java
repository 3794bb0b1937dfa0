package congressbot.bot.knowledge;

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
        ///
        /// @param problem for whoever wrote it, with the line where one can be named
        record Faulty(String problem) implements Outcome {}
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
            return new Outcome.Faulty("the file is not written in UTF-8");
        }
    }

    static Outcome tooLarge() {
        return new Outcome.Faulty("the file is larger than " + MAX_BYTES / 1024 + " KiB");
    }

    private static Outcome read(String name, String content) {
        Optional<Integer> html = Markdown.firstHtml(content);
        if (html.isPresent()) {
            return new Outcome.Faulty("line " + html.get() + ": HTML is not read here, write Markdown");
        }
        if (CONTROL.matcher(content).find()) {
            return new Outcome.Faulty("line " + lineOf(content) + ": an invisible character");
        }
        Markdown.Parsed parsed = Markdown.parse(content);
        if (parsed.sections().isEmpty()) {
            return new Outcome.Faulty("nothing stands in it");
        }
        for (Section section : parsed.sections()) {
            if (section.heading().length() > MAX_HEADING) {
                return new Outcome.Faulty("a heading is longer than " + MAX_HEADING + " characters");
            }
            if (section.pieces().stream().anyMatch(piece -> piece.length() > MAX_PIECE)) {
                return new Outcome.Faulty("a sentence, row or entry is longer than " + MAX_PIECE + " characters");
            }
        }
        String title =
                parsed.title().filter(text -> text.length() <= MAX_HEADING).orElseGet(() -> titleOf(name));
        return new Outcome.Read(new Document(name, title, content, parsed.sections()));
    }

    private static long lineOf(String content) {
        int at = CONTROL.matcher(content).results().findFirst().orElseThrow().start();
        return content.substring(0, at).lines().count();
    }

    /// `06-estacionamento.md` is called "estacionamento".
    private static String titleOf(String name) {
        String plain = name.substring(0, name.length() - ENDING.length()).replace('-', ' ');
        String title = NUMBERED.matcher(plain).replaceFirst("").strip();
        return title.isEmpty() ? name : title;
    }
}
