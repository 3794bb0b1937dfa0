package congressbot.bot.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// Rows of files that say something about a person without belonging to her registration: those that were not carried
/// out, or that nobody could carry out. Rows of her registration go with it.
final class ImportedRows {
    private ImportedRows() {}

    /// By what her rows are known.
    ///
    /// @param documents CPFs as digits, and passports
    /// @param emails in small letters
    record Marks(List<String> congresses, List<String> documents, List<String> emails) {
        @Override
        public String toString() {
            return "Marks[" + documents.size() + "]";
        }
    }

    /// Those of the registrations that a chat made.
    static Marks marks(Handle handle, long conversation) {
        Marks marks = new Marks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        handle.createQuery("""
                        SELECT congress_id, coalesce(cpf, passport) AS document, email FROM participants
                        WHERE conversation_id = :conversation
                        """)
                .bind("conversation", conversation)
                .map((row, _) -> {
                    marks.congresses.add(row.getString("congress_id"));
                    marks.documents.add(row.getString("document").toUpperCase(Locale.ROOT));
                    marks.emails.add(row.getString("email").toLowerCase(Locale.ROOT));
                    return true;
                })
                .list();
        return marks;
    }

    /// Faulty rows hold what the file said, as it was typed: a CPF with dots or without its first zeros.
    static void erase(Handle handle, Marks marks) {
        if (marks.congresses.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        DELETE FROM import_rows
                        WHERE congress_id = ANY (:congresses)
                          AND (fields->>'cpf' = ANY (:documents) OR old->>'cpf' = ANY (:documents)
                               OR upper(fields->>'passport') = ANY (:documents)
                               OR upper(old->>'passport') = ANY (:documents)
                               OR upper(regexp_replace(fields->>'document', '[^0-9A-Za-z]', '', 'g')) = ANY (:documents)
                               OR lpad(regexp_replace(fields->>'document', '[^0-9]', '', 'g'), 11, '0')
                                  = ANY (:documents)
                               OR lower(btrim(fields->>'email')) = ANY (:emails)
                               OR lower(old->>'email') = ANY (:emails))
                        """)
                .bindArray("congresses", String.class, marks.congresses)
                .bindArray("documents", String.class, marks.documents)
                .bindArray("emails", String.class, marks.emails)
                .execute();
    }
}
