package congressbot.bot.knowledge;

import congressbot.bot.congress.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/// Reads the tables of the knowledge; only current documents are found, or a draft in place of one of them.
final class KnowledgeSearch {
    /// Most words that one unknown word is compared with.
    private static final int NEAREST = 8;

    /// No document has this name, and none this number.
    private static final Instead NOTHING = new Instead("", 0);

    private final Jdbi jdbi;
    private final Instead instead;

    KnowledgeSearch(Jdbi jdbi) {
        this(jdbi, Optional.empty());
    }

    /// @param instead a version that is searched in place of the current one of its document
    KnowledgeSearch(Jdbi jdbi, Optional<Instead> instead) {
        this.jdbi = jdbi;
        this.instead = instead.orElse(NOTHING);
    }

    /// A version that does not count yet.
    ///
    /// @param name of its document
    record Instead(String name, long version) {}

    /// A passage with its pieces and, for a fact of `congress.yaml`, its topic.
    record Stored(Passage passage, List<String> pieces, boolean faq, Optional<Topic> topic) {
        Stored {
            pieces = List.copyOf(pieces);
        }
    }

    /// Where the terms stand, by passage.
    Collection<Match> matches(String congress, List<Term> terms) {
        Map<Long, Match> matches = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        WITH asked AS (
                            SELECT n::int - 1 AS n, to_tsquery('knowledge', words) AS query,
                                   to_tsquery('knowledge', exact_words) AS exact
                            FROM unnest(:words, :exact) WITH ORDINALITY AS given (words, exact_words, n)
                        )
                        SELECT p.id, p.title, p.heading, p.topic IS NOT NULL AS fact,
                               s.position, starts_with(s.text, :entry) AS entry,
                               asked.n, s.words @@ asked.exact AS exactly
                        FROM asked
                        JOIN knowledge_sentences s ON s.words @@ asked.query
                        JOIN knowledge_passages p ON p.id = s.passage_id
                        JOIN knowledge_documents d ON d.id = p.document_id
                         AND (d.current AND d.name <> :replaced OR d.id = :version)
                        WHERE s.congress_id = :congress
                        """)
                .bindArray("words", String.class, expressions(terms, Term::phrases))
                .bindArray("exact", String.class, expressions(terms, Term::exact))
                .bind("entry", Section.ENTRY)
                .bind("congress", congress)
                .bind("replaced", instead.name())
                .bind("version", instead.version())
                .map((row, _) -> hit(row))
                .forEach(hit -> add(matches.computeIfAbsent(hit.match().passage(), _ -> hit.match()), hit)));
        return matches.values();
    }

    private static List<String> expressions(List<Term> terms, Function<Term, Set<String>> words) {
        return terms.stream().map(words).map(Term::expression).toList();
    }

    private static void add(Match match, Hit hit) {
        match.add(hit.position(), hit.term(), hit.exactly());
        if (hit.entry()) {
            match.addEntry(hit.position());
        }
    }

    private record Hit(Match match, int position, boolean entry, int term, boolean exactly) {}

    private static Hit hit(ResultSet row) throws SQLException {
        Match match =
                new Match(row.getLong("id"), row.getString("title"), row.getString("heading"), row.getBoolean("fact"));
        return new Hit(
                match, row.getInt("position"), row.getBoolean("entry"), row.getInt("n"), row.getBoolean("exactly"));
    }

    int passages(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM knowledge_passages p
                        JOIN knowledge_documents d ON d.id = p.document_id
                         AND (d.current AND d.name <> :replaced OR d.id = :version)
                        WHERE p.congress_id = :congress
                        """)
                .bind("congress", congress)
                .bind("replaced", instead.name())
                .bind("version", instead.version())
                .mapTo(Integer.class)
                .one());
    }

    /// The text of all passages.
    String published(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(string_agg(p.title || ' ' || p.heading || ' ' || p.body, ' '), '')
                        FROM knowledge_passages p
                        JOIN knowledge_documents d ON d.id = p.document_id
                         AND (d.current AND d.name <> :replaced OR d.id = :version)
                        WHERE p.congress_id = :congress
                        """)
                .bind("congress", congress)
                .bind("replaced", instead.name())
                .bind("version", instead.version())
                .mapTo(String.class)
                .one());
    }

    /// In the order of the ids.
    List<Stored> load(List<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.id, p.title, p.heading, p.faq, p.body, p.digest, p.topic,
                               (SELECT array_agg(s.text ORDER BY s.position) FROM knowledge_sentences s
                                WHERE s.passage_id = p.id AND s.position >= :first) AS pieces
                        FROM unnest(:ids) WITH ORDINALITY AS wanted (id, n)
                        JOIN knowledge_passages p ON p.id = wanted.id
                        ORDER BY wanted.n
                        """)
                .bindArray("ids", Long.class, ids)
                .bind("first", Position.FIRST)
                .map((row, _) -> stored(row))
                .list());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Passage passage = new Passage(
                row.getLong("id"),
                row.getString("title"),
                row.getString("heading"),
                row.getString("body"),
                row.getString("digest"));
        List<String> pieces = new ArrayList<>();
        for (Object piece : (Object[]) row.getArray("pieces").getArray()) {
            pieces.add((String) piece);
        }
        Optional<Topic> topic = Optional.ofNullable(row.getString("topic")).map(Topic::valueOf);
        return new Stored(passage, pieces, row.getBoolean("faq"), topic);
    }

    /// Words that documents hold and that look like one of these, the most similar first. Whose stem a
    /// document holds is no slip: another form of one of its words.
    Map<String, List<String>> near(String congress, List<String> words) {
        Map<String, List<String>> near = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT typed, near.word FROM unnest(:typed) AS typed
                        JOIN LATERAL (SELECT word FROM knowledge_words
                                      WHERE congress_id = :congress AND word % typed
                                      ORDER BY word <-> typed, word LIMIT :nearest) AS near ON true
                        WHERE NOT EXISTS (SELECT 1 FROM knowledge_sentences
                                          WHERE congress_id = :congress
                                            AND words @@ plainto_tsquery('knowledge', typed))
                        """)
                .bindArray("typed", String.class, words)
                .bind("congress", congress)
                .bind("nearest", NEAREST)
                .map((row, _) -> List.of(row.getString("typed"), row.getString("word")))
                .forEach(pair -> near.computeIfAbsent(pair.getFirst(), _ -> new ArrayList<>())
                        .add(pair.getLast())));
        return near;
    }

    /// Pieces that hold a code, such as `MC3`.
    List<String> coded(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.text FROM knowledge_sentences s
                        JOIN knowledge_passages p ON p.id = s.passage_id
                        JOIN knowledge_documents d ON d.id = p.document_id
                         AND (d.current AND d.name <> :replaced OR d.id = :version)
                        WHERE s.congress_id = :congress AND s.text ~ '\\m[[:upper:]]{1,3}[0-9]{1,2}\\M'
                        ORDER BY s.passage_id, s.position
                        """)
                .bind("congress", congress)
                .bind("replaced", instead.name())
                .bind("version", instead.version())
                .mapTo(String.class)
                .list());
    }
}
