package congressbot.bot.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads the versions of documents.
final class Editions {
    private final Jdbi jdbi;

    Editions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Of every document the version that counts, or else the last one.
    List<Edition> documents(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (d.name) d.id, d.name, d.origin, d.author, d.created_at, d.current,
                               octet_length(d.content) AS bytes,
                               (SELECT p.title FROM knowledge_passages p WHERE p.document_id = d.id LIMIT 1) AS title
                        FROM knowledge_documents d
                        WHERE d.congress_id = :congress AND d.name NOT IN (:facts, :source)
                        ORDER BY d.name, d.current DESC, d.id DESC
                        """)
                .bind("congress", congress)
                .bind("facts", FactSheet.NAME)
                .bind("source", FactWriter.SOURCE)
                .map((row, _) -> edition(row))
                .list());
    }

    Optional<Version> newest(Handle handle, String congress, String name) {
        return handle.createQuery("""
                        SELECT d.id, d.name, d.origin, d.author, d.created_at, d.current,
                               octet_length(d.content) AS bytes, d.content,
                               (SELECT p.title FROM knowledge_passages p WHERE p.document_id = d.id LIMIT 1) AS title
                        FROM knowledge_documents d
                        WHERE d.congress_id = :congress AND d.name = :name AND d.name <> :facts
                        ORDER BY d.current DESC, d.id DESC LIMIT 1
                        """)
                .bind("congress", congress)
                .bind("name", name)
                .bind("facts", FactSheet.NAME)
                .map((row, _) -> new Version(edition(row), row.getString("content")))
                .findOne();
    }

    Optional<Version> version(String congress, String name, long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.id, d.name, d.origin, d.author, d.created_at, d.current,
                               octet_length(d.content) AS bytes, d.content,
                               (SELECT p.title FROM knowledge_passages p WHERE p.document_id = d.id LIMIT 1) AS title
                        FROM knowledge_documents d
                        WHERE d.congress_id = :congress AND d.name = :name AND d.name <> :facts AND d.id = :id
                        """)
                .bind("congress", congress)
                .bind("name", name)
                .bind("facts", FactSheet.NAME)
                .bind("id", id)
                .map((row, _) -> new Version(edition(row), row.getString("content")))
                .findOne());
    }

    List<Edition> versions(String congress, String name) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.id, d.name, d.origin, d.author, d.created_at, d.current,
                               octet_length(d.content) AS bytes,
                               (SELECT p.title FROM knowledge_passages p WHERE p.document_id = d.id LIMIT 1) AS title
                        FROM knowledge_documents d
                        WHERE d.congress_id = :congress AND d.name = :name AND d.name <> :facts
                        ORDER BY d.id DESC
                        """)
                .bind("congress", congress)
                .bind("name", name)
                .bind("facts", FactSheet.NAME)
                .map((row, _) -> edition(row))
                .list());
    }

    /// Documents whose last edit in the panel gave way to a newer file.
    List<String> overtaken(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.name FROM knowledge_documents d
                        JOIN LATERAL (SELECT before.origin, before.content FROM knowledge_documents before
                                      WHERE before.congress_id = d.congress_id AND before.name = d.name
                                        AND before.id < d.id
                                      ORDER BY before.id DESC LIMIT 1) AS before ON true
                        WHERE d.congress_id = :congress AND d.current AND d.origin = 'folder'
                          AND before.origin = 'panel' AND before.content <> d.content
                        """)
                .bind("congress", congress)
                .mapTo(String.class)
                .list());
    }

    /// How many documents a congress has, deleted ones not counted.
    int count(Handle handle, String congress) {
        return handle.createQuery("""
                        SELECT count(*) FROM knowledge_documents
                        WHERE congress_id = :congress AND current AND content <> '' AND name NOT IN (:facts, :source)
                        """)
                .bind("congress", congress)
                .bind("facts", FactSheet.NAME)
                .bind("source", FactWriter.SOURCE)
                .mapTo(Integer.class)
                .one();
    }

    /// Which version of each text of a congress counts: it changes when one of them does.
    List<String> sources() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT congress_id || ' ' || id FROM knowledge_documents
                        WHERE name = :source AND current ORDER BY id
                        """)
                .bind("source", FactWriter.SOURCE)
                .mapTo(String.class)
                .list());
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getLong("id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("title")),
                Origin.of(row.getString("origin")),
                Optional.ofNullable(row.getString("author")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("current"),
                row.getInt("bytes"));
    }
}
