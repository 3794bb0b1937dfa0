package congressbot.bot.attention;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import congressbot.bot.text.Spelling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `canned_replies`: answers that are written once and used often.
public final class CannedReplies {
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST_TEXT = 2_000;

    /// Of one congress.
    private static final int MOST = 200;

    private final Jdbi jdbi;
    private final AuditLog auditLog;

    public CannedReplies(Jdbi jdbi, AuditLog auditLog) {
        this.jdbi = jdbi;
        this.auditLog = auditLog;
    }

    /// One of them.
    ///
    /// @param version raised by every change
    public record Canned(long id, String title, String text, int version) {}

    /// How a wish to keep one ended. Where it is refused, nothing was changed.
    public sealed interface Keeping {
        record Kept() implements Keeping {}

        /// Title or text is missing or too long.
        record Unfit() implements Keeping {}

        /// Another one has this title, or there are too many.
        record Refused() implements Keeping {}

        /// Somebody else changed it meanwhile.
        ///
        /// @param now as it is; empty when it was removed
        record Changed(Optional<Canned> now) implements Keeping {}
    }

    public List<Canned> all(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, title, text, version FROM canned_replies
                        WHERE congress_id = :congress ORDER BY title LIMIT :most
                        """)
                .bind("congress", congress)
                .bind("most", MOST)
                .map((row, _) -> canned(row))
                .list());
    }

    public Optional<Canned> find(String congress, long id) {
        return jdbi.withHandle(handle -> find(handle, congress, id));
    }

    public Keeping add(Witness who, String title, String text) {
        String named = Spelling.cleaned(title);
        String said = Spelling.cleanedLines(text);
        if (isUnfit(named, said)) {
            return new Keeping.Unfit();
        }
        return jdbi.inTransaction(handle -> {
            Optional<Long> added = handle.createQuery("""
                            INSERT INTO canned_replies (congress_id, title, text)
                            SELECT :congress, :title, :text
                            WHERE (SELECT count(*) FROM canned_replies WHERE congress_id = :congress) < :most
                            ON CONFLICT DO NOTHING
                            RETURNING id
                            """)
                    .bind("congress", who.congress())
                    .bind("title", named)
                    .bind("text", said)
                    .bind("most", MOST)
                    .mapTo(Long.class)
                    .findOne();
            added.ifPresent(id -> auditLog.note(handle, who, Deed.EDIT_CANNED, subject(id)));
            return added.<Keeping>map(_ -> new Keeping.Kept()).orElseGet(Keeping.Refused::new);
        });
    }

    /// Changes one that was seen in this version.
    public Keeping change(Witness who, Canned wanted) {
        String named = Spelling.cleaned(wanted.title());
        String said = Spelling.cleanedLines(wanted.text());
        if (isUnfit(named, said)) {
            return new Keeping.Unfit();
        }
        return jdbi.inTransaction(handle -> {
            Optional<Canned> now = find(handle, who.congress(), wanted.id());
            if (now.filter(kept -> kept.version() == wanted.version()).isEmpty()) {
                return new Keeping.Changed(now);
            }
            boolean changed = handle.createUpdate("""
                            UPDATE canned_replies SET title = :title, text = :text, version = version + 1,
                                                      changed_at = now()
                            WHERE id = :id AND congress_id = :congress AND version = :version
                              AND NOT EXISTS (SELECT FROM canned_replies other
                                              WHERE other.congress_id = :congress AND other.title = :title
                                                AND other.id <> :id)
                            """)
                            .bind("title", named)
                            .bind("text", said)
                            .bind("id", wanted.id())
                            .bind("congress", who.congress())
                            .bind("version", wanted.version())
                            .execute()
                    == 1;
            if (changed) {
                auditLog.note(handle, who, Deed.EDIT_CANNED, subject(wanted.id()));
            }
            return changed ? new Keeping.Kept() : new Keeping.Refused();
        });
    }

    /// Removes one.
    ///
    /// @return false when it is not there
    public boolean remove(Witness who, long id) {
        return jdbi.inTransaction(handle -> {
            boolean removed =
                    handle.createUpdate("DELETE FROM canned_replies WHERE id = :id AND congress_id = :congress")
                                    .bind("id", id)
                                    .bind("congress", who.congress())
                                    .execute()
                            == 1;
            if (removed) {
                auditLog.note(handle, who, Deed.EDIT_CANNED, subject(id));
            }
            return removed;
        });
    }

    private static Optional<Canned> find(Handle handle, String congress, long id) {
        return handle.createQuery("""
                        SELECT id, title, text, version FROM canned_replies
                        WHERE id = :id AND congress_id = :congress FOR UPDATE
                        """)
                .bind("id", id)
                .bind("congress", congress)
                .map((row, _) -> canned(row))
                .findOne();
    }

    private static Canned canned(ResultSet row) throws SQLException {
        return new Canned(row.getLong("id"), row.getString("title"), row.getString("text"), row.getInt("version"));
    }

    private static boolean isUnfit(String title, String text) {
        return title.isEmpty() || title.length() > LONGEST_TITLE || text.isEmpty() || text.length() > LONGEST_TEXT;
    }

    private static Subject subject(long id) {
        return new Subject("canned-reply", Long.toString(id));
    }
}
