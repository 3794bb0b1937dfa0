package congressbot.bot.knowledge;

import congressbot.bot.congress.Congresses;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Writes what counts in the database back into folders, as they are read from: `congress.yaml` and
/// `knowledge/*.md`. A file whose text the database has never seen is left alone: nobody's words are
/// overwritten unread.
public final class Export {
    /// A name that is a file of the folder, and nothing else.
    private static final Pattern PLAIN = Pattern.compile("[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]*\\.md");

    /// Does not matter: addresses of privacy notices are not written.
    private static final URI NOWHERE = URI.create("http://localhost");

    private final Jdbi jdbi;
    private final List<Done> done = new ArrayList<>();

    public Export(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What became of a file.
    public enum Deed {
        WRITTEN,
        SAME,
        DELETED,
        /// It has a text of its own, or its name is none of a file.
        LEFT_ALONE
    }

    /// What became of one file.
    ///
    /// @param file as a path
    public record Done(Path file, Deed deed) {}

    private record Current(String congress, String name, String content) {}

    /// Writes all congresses: into the folder that has their file already; else into the folder
    /// itself where it is the only one and the folder has none, or into a sub-folder named by its id.
    ///
    /// @param folder made where it is missing
    /// @return what became of each file
    public List<Done> to(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Current> documents = jdbi.withHandle(Export::current);
        List<String> congresses =
                documents.stream().map(Current::congress).distinct().toList();
        Map<String, Path> folders = new HashMap<>();
        Congresses.look(folder, NOWHERE)
                .congresses()
                .forEach(one -> folders.put(one.congress().id(), one.folder()));
        boolean only = congresses.size() == 1 && Congresses.folders(folder).isEmpty();
        for (Current document : documents) {
            Path own = folders.getOrDefault(document.congress(), only ? folder : folder.resolve(document.congress()));
            write(own, document);
        }
        return List.copyOf(done);
    }

    private static List<Current> current(Handle handle) {
        return handle.createQuery("""
                        SELECT congress_id, name, content FROM knowledge_documents
                        WHERE current AND name <> :facts ORDER BY congress_id, name
                        """)
                .bind("facts", FactSheet.NAME)
                .map((row, _) ->
                        new Current(row.getString("congress_id"), row.getString("name"), row.getString("content")))
                .list();
    }

    private void write(Path folder, Current document) throws IOException {
        boolean facts = document.name().equals(FactWriter.SOURCE);
        if (!facts && !PLAIN.matcher(document.name()).matches()) {
            note(folder.resolve(KnowledgeFolder.NAME), Deed.LEFT_ALONE);
            return;
        }
        Path file = facts
                ? folder.resolve(Congresses.FILE)
                : folder.resolve(KnowledgeFolder.NAME).resolve(document.name());
        if (Files.exists(file) && !isKnown(document, Files.readAllBytes(file))) {
            note(file, Deed.LEFT_ALONE);
        } else if (document.content().isEmpty()) {
            if (Files.deleteIfExists(file)) {
                note(file, Deed.DELETED);
            }
        } else {
            replace(file, document.content());
        }
    }

    private void replace(Path file, String content) throws IOException {
        if (Files.exists(file) && text(Files.readAllBytes(file)).equals(content)) {
            note(file, Deed.SAME);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = Files.createTempFile(file.resolveSibling(""), ".export", ".part");
        try {
            Files.writeString(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        note(file, Deed.WRITTEN);
    }

    /// Some version of the document says what stands in the file.
    private boolean isKnown(Current document, byte[] bytes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM knowledge_documents
                                       WHERE congress_id = :congress AND name = :name AND content = :content)
                        """)
                .bind("congress", document.congress())
                .bind("name", document.name())
                .bind("content", text(bytes).replace("\0", ""))
                .mapTo(Boolean.class)
                .one());
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void note(Path file, Deed deed) {
        done.add(new Done(file, deed));
    }
}
