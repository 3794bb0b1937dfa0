package congressbot.bot.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Adds versions of documents, cut to passages and sentences as they are searched.
final class DocumentRows {
    private final Lexicon lexicon;

    DocumentRows(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// Who wrote a version, and where.
    record Signature(Origin origin, Optional<String> author) {
        static final Signature FOLDER = new Signature(Origin.FOLDER, Optional.empty());

        static Signature of(String author) {
            return new Signature(Origin.PANEL, Optional.of(author));
        }
    }

    /// One writer of a congress's documents at a time: several processes read the same folder, and organisers edit.
    static void lock(Handle handle, String congress) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtext('knowledge'), hashtext(:congress))::text")
                .bind("congress", congress)
                .mapTo(String.class)
                .one();
    }

    /// No version of the document counts any more.
    static void retire(Handle handle, String congress, String name) {
        handle.createUpdate("""
                        UPDATE knowledge_documents SET current = false
                        WHERE congress_id = :congress AND name = :name AND current
                        """).bind("congress", congress).bind("name", name).execute();
    }

    /// Adds a version.
    ///
    /// @param counts whether it is the version that is searched; then no other one may be
    /// @return its id
    long add(Handle handle, String congress, Document document, Signature signature, boolean counts) {
        long id = handle.createQuery("""
                        INSERT INTO knowledge_documents (congress_id, name, content, digest, origin, current, author)
                        VALUES (:congress, :name, :content, :digest, :origin, :counts, :author)
                        RETURNING id
                        """)
                .bind("congress", congress)
                .bind("name", document.name())
                .bind("content", document.content())
                .bind("digest", document.digest())
                .bind("origin", signature.origin().word())
                .bind("counts", counts)
                .bind("author", signature.author())
                .mapTo(Long.class)
                .one();
        document.sections().forEach(section -> add(handle, congress, id, document.title(), section));
        return id;
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
    void renewWords(Handle handle, String congress) {
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
