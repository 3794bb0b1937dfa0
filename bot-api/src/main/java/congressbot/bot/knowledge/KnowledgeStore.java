package congressbot.bot.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Writes the tables of the knowledge. Versions are added, never changed; which one counts is told by `current`.
final class KnowledgeStore {
    private final Jdbi jdbi;
    private final Lexicon lexicon;

    KnowledgeStore(Jdbi jdbi, Lexicon lexicon) {
        this.jdbi = jdbi;
        this.lexicon = lexicon;
    }

    /// Takes over what stands in the folder of a congress. A document that did not change since the folder was read
    /// last is left alone, so that what was edited elsewhere meanwhile goes on counting.
    ///
    /// @param kept names of documents that stay as they are
    /// @return how many documents are new, changed or gone
    int take(String congress, List<Document> documents, List<String> kept) {
        return jdbi.inTransaction(handle -> {
            lock(handle, congress);
            int changed = 0;
            for (Document document : documents) {
                changed += take(handle, congress, document) ? 1 : 0;
            }
            List<String> names = documents.stream().map(Document::name).toList();
            changed += retire(handle, congress, names, kept);
            if (changed > 0) {
                renewWords(handle, congress);
            }
            return changed;
        });
    }

    /// Several processes read the same folder.
    private static void lock(Handle handle, String congress) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtext('knowledge'), hashtext(:congress))::text")
                .bind("congress", congress)
                .mapTo(String.class)
                .one();
    }

    /// A version as it stands in the table.
    ///
    /// @param known its content is the one of the file
    /// @param counts some version of the document is the current one
    private record Last(long id, boolean known, boolean counts) {}

    private boolean take(Handle handle, String congress, Document document) {
        Optional<Last> last = last(handle, congress, document);
        if (last.filter(Last::known).isEmpty()) {
            retire(handle, congress, document.name());
            add(handle, congress, document);
            return true;
        }
        if (!last.get().counts()) { // the file was away, and is back as it was
            handle.createUpdate("UPDATE knowledge_documents SET current = true WHERE id = :id")
                    .bind("id", last.get().id())
                    .execute();
            return true;
        }
        return false;
    }

    private static Optional<Last> last(Handle handle, String congress, Document document) {
        return handle.createQuery("""
                        SELECT id, digest = :digest AS known,
                               EXISTS (SELECT FROM knowledge_documents any_version
                                       WHERE any_version.congress_id = :congress AND any_version.name = :name
                                         AND any_version.current) AS counts
                        FROM knowledge_documents
                        WHERE congress_id = :congress AND name = :name AND origin = 'folder'
                        ORDER BY id DESC LIMIT 1
                        """)
                .bind("congress", congress)
                .bind("name", document.name())
                .bind("digest", document.digest())
                .map((row, _) -> new Last(row.getLong("id"), row.getBoolean("known"), row.getBoolean("counts")))
                .findOne();
    }

    private static void retire(Handle handle, String congress, String name) {
        handle.createUpdate("""
                        UPDATE knowledge_documents SET current = false
                        WHERE congress_id = :congress AND name = :name AND current
                        """).bind("congress", congress).bind("name", name).execute();
    }

    /// What came from the folder and is no longer there.
    private static int retire(Handle handle, String congress, List<String> there, List<String> kept) {
        return handle.createUpdate("""
                        UPDATE knowledge_documents SET current = false
                        WHERE congress_id = :congress AND current AND origin = 'folder'
                          AND name <> ALL (:there) AND name <> ALL (:kept)
                        """)
                .bind("congress", congress)
                .bindArray("there", String.class, there)
                .bindArray("kept", String.class, kept)
                .execute();
    }

    private void add(Handle handle, String congress, Document document) {
        long id = handle.createQuery("""
                        INSERT INTO knowledge_documents (congress_id, name, content, digest, origin, current)
                        VALUES (:congress, :name, :content, :digest, 'folder', true)
                        RETURNING id
                        """)
                .bind("congress", congress)
                .bind("name", document.name())
                .bind("content", document.content())
                .bind("digest", document.digest())
                .mapTo(Long.class)
                .one();
        document.sections().forEach(section -> add(handle, congress, id, document.title(), section));
    }

    private void add(Handle handle, String congress, long document, String title, Section section) {
        long passage = handle.createQuery("""
                        INSERT INTO knowledge_passages (congress_id, document_id, title, heading, faq, body, digest, topic)
                        VALUES (:congress, :document, :title, :heading, :faq, :body, :digest, :topic)
                        RETURNING id
                        """)
                .bind("congress", congress)
                .bind("document", document)
                .bind("title", title)
                .bind("heading", section.shownHeading())
                .bind("faq", section.faq())
                .bind("body", section.body())
                .bind("digest", section.digest(title))
                .bind("topic", section.topic().map(Enum::name))
                .mapTo(Long.class)
                .one();
        PreparedBatch batch = handle.prepareBatch("""
                        INSERT INTO knowledge_sentences (congress_id, passage_id, position, text, words)
                        VALUES (:congress, :passage, :position, :text, to_tsvector('knowledge', :searched))
                        """);
        addSentence(batch, congress, passage, Position.TITLE, title, title + " " + String.join(" ", section.above()));
        String heading = section.heading();
        boolean fact = section.topic().isPresent();
        String hints = String.join(" ", section.hints());
        addSentence(
                batch,
                congress,
                passage,
                Position.HEADING,
                heading,
                heading + " " + hints + (fact ? "" : " " + lexicon.kindsIn(heading) + " " + kindsAsked(heading)));
        int position = Position.FIRST;
        for (String piece : section.pieces()) {
            String kinds = fact ? lexicon.kindsIn(piece, section.kinds()) : lexicon.kindsIn(piece);
            addSentence(batch, congress, passage, position++, piece, piece + " " + kinds);
        }
        batch.execute();
    }

    /// What stands under "how much is it?" tells a price.
    private String kindsAsked(String heading) {
        return new WordingReader(lexicon, LocalWords.NONE, Map.of())
                .read(heading).terms().stream()
                        .filter(term -> term.role() == Term.Role.KIND || term.role() == Term.Role.HINT)
                        .flatMap(term -> term.exact().stream())
                        .collect(Collectors.joining(" "));
    }

    private void addSentence(
            PreparedBatch batch, String congress, long passage, int position, String text, String searched) {
        batch.bind("congress", congress)
                .bind("passage", passage)
                .bind("position", position)
                .bind("text", text)
                .bind("searched", lexicon.searched(searched))
                .add();
    }

    /// What a typo is compared with: the words of the current documents, and those that we know other words for.
    private void renewWords(Handle handle, String congress) {
        Set<String> words = new TreeSet<>(lexicon.known());
        handle.createQuery("""
                        SELECT s.text FROM knowledge_sentences s
                        JOIN knowledge_passages p ON p.id = s.passage_id
                        JOIN knowledge_documents d ON d.id = p.document_id AND d.current
                        WHERE s.congress_id = :congress
                        """)
                .bind("congress", congress)
                .mapTo(String.class)
                .forEach(text -> words.addAll(lexicon.words(text)));
        handle.createUpdate("DELETE FROM knowledge_words WHERE congress_id = :congress")
                .bind("congress", congress)
                .execute();
        handle.createUpdate("""
                        INSERT INTO knowledge_words (congress_id, word)
                        SELECT :congress, word FROM unnest(:words) AS word
                        """)
                .bind("congress", congress)
                .bindArray("words", String.class, List.copyOf(words))
                .execute();
    }
}
