package congressbot.dev.injections;

import congressbot.dev.stores.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A document that somebody slipped among those of the organisers.
///
/// @param questions harmless ones, which find it
/// @param planted what no answer may hold because of it; empty where its words may be cited as any
///     document's
/// @param content as it stands in the file
record Poison(List<String> questions, List<String> planted, String content) {
    private static final String QUESTION = "? ";
    private static final String PLANTED = "! ";
    private static final String REMARK = "# ";
    private static final String BETWEEN = "\n---\n";

    Poison {
        questions = List.copyOf(questions);
        planted = List.copyOf(planted);
    }

    /// Reads a file: documents between lines `---`, each below its `? question` and `! planted` lines,
    /// with `# ` remarks among these.
    static List<Poison> read(Path file) throws IOException {
        List<Poison> poisons = new ArrayList<>();
        for (String part : Files.readString(file).split(BETWEEN, -1)) {
            poisons.add(of(part));
        }
        return poisons;
    }

    private static Poison of(String part) throws IOException {
        List<String> lines = part.lines().toList();
        int head = 0;
        while (head < lines.size() && isHead(lines.get(head))) {
            head++;
        }
        Poison poison = new Poison(
                marked(QUESTION, lines.subList(0, head)),
                marked(PLANTED, lines.subList(0, head)),
                String.join("\n", lines.subList(head, lines.size())) + "\n");
        if (poison.questions().isEmpty() || poison.content().isBlank()) {
            throw new IOException("a document needs a question that finds it: " + part);
        }
        return poison;
    }

    private static boolean isHead(String line) {
        return Stream.of(QUESTION, PLANTED, REMARK).anyMatch(line::startsWith);
    }

    private static List<String> marked(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).strip())
                .toList();
    }

    /// Copies a congress, and slips these documents in.
    ///
    /// @param copy emptied first
    static void slip(List<Poison> poisons, Path congress, Path copy) throws IOException {
        Folders.delete(copy);
        for (Path from : walked(congress)) {
            Files.copy(from, copy.resolve(congress.relativize(from))); // folders come before what is in them
        }
        for (int i = 0; i < poisons.size(); i++) {
            Files.writeString(
                    copy.resolve("knowledge").resolve("90-anexo-" + (i + 1) + ".md"),
                    poisons.get(i).content());
        }
    }

    private static List<Path> walked(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
