package congressbot.bot.panel.knowledge;

import congressbot.bot.answering.Answering;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.OfflineAssistant;
import congressbot.bot.llm.Reranker;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import congressbot.bot.question.Grouping;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Tongues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// A panel with the pages of the knowledge and of the questions, and somebody in it who may edit.
final class KnownHouse implements AutoCloseable {
    private static final Tongues TONGUES = Tongues.load();
    private static final Redactor REDACTOR = Redactor.load();

    final OpenPanel panel;
    final Library library;
    final Browser editor;

    KnownHouse() {
        Library[] made = new Library[1];
        panel = OpenPanel.with(open -> {
            made[0] = new Library(open.jdbi, folder(), URI.create(OpenPanel.PLAIN), TONGUES, _ -> {});
            look(made[0]);
            return KnowledgeParts.over(
                    open.pages,
                    new KnowledgeParts.Ground(
                            open.jdbi,
                            made[0],
                            new Answering(made[0].knowledge(), new OfflineAssistant(), Reranker.none()),
                            TONGUES,
                            REDACTOR,
                            open.time));
        });
        library = made[0];
        editor = panel.organiser();
    }

    /// A small congress: its facts and two documents.
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("congress");
            Files.createDirectory(folder.resolve("knowledge"));
            for (String file :
                    List.of("congress.yaml", "knowledge/06-estacionamento.md", "knowledge/07-hospedagem.md")) {
                Files.copy(Path.of("../congress").resolve(file), folder.resolve(file));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void look(Library library) {
        try {
            library.look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Jdbi jdbi() {
        return panel.jdbi;
    }

    List<String> rows(String query) {
        return TestDatabase.rows(panel.jdbi, query);
    }

    void group() {
        Grouping grouping = new Grouping(panel.jdbi, library, REDACTOR);
        while (grouping.groupSome()) {
            // until nothing is left
        }
    }

    /// The version of a document that counts.
    String newest(String name) {
        return rows("SELECT id::text FROM knowledge_documents WHERE current AND congress_id = 'default' AND name = '%s'"
                        .formatted(name))
                .getFirst();
    }

    /// A form of the editor.
    Map<String, String> form(String name, String text, String deed) {
        return Map.of("base", newest(name), "texto", text, "acao", deed, "pergunta", "");
    }

    @Override
    public void close() {
        panel.close();
    }
}
