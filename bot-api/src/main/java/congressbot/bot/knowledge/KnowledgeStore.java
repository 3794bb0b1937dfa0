package congressbot.bot.knowledge;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Takes over what stands in files. Versions are added, never changed; which one counts is told by `current`.
final class KnowledgeStore {
    private final Jdbi jdbi;
    private final DocumentRows rows;

    KnowledgeStore(Jdbi jdbi, DocumentRows rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    /// Takes over what stands in the folder of a congress. A document that did not change since the folder was read
    /// last is left alone, so that what was edited elsewhere meanwhile goes on counting.
    ///
    /// @param kept names of documents that stay as they are
    /// @return how many documents are new, changed or gone
    int take(String congress, List<Document> documents, List<String> kept) {
        return jdbi.inTransaction(handle -> {
            DocumentRows.lock(handle, congress);
            int changed = 0;
            for (Document document : documents) {
                changed += take(handle, congress, document) ? 1 : 0;
            }
            List<String> names = documents.stream().map(Document::name).toList();
            changed += retire(handle, congress, names, kept);
            if (changed > 0) {
                rows.renewWords(handle, congress);
            }
            return changed;
        });
    }

    /// Takes over one document that is not searched.
    void takeOne(String congress, Document document) {
        jdbi.useTransaction(handle -> {
            DocumentRows.lock(handle, congress);
            take(handle, congress, document);
        });
    }

    /// A version as it stands in the table.
    ///
    /// @param known its content is the one of the file
    /// @param counts some version of the document is the current one
    private record Last(long id, boolean known, boolean counts) {}

    /// Takes one document over.
    ///
    /// @return whether it is new or changed
    boolean take(Handle handle, String congress, Document document) {
        Optional<Last> last = last(handle, congress, document);
        if (last.filter(Last::known).isEmpty()) {
            DocumentRows.retire(handle, congress, document.name());
            rows.add(handle, congress, document, DocumentRows.Signature.FOLDER, true);
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
}
