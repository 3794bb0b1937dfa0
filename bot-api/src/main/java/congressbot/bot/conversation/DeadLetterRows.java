package congressbot.bot.conversation;

import congressbot.bot.conversation.DeadLetter.Status;
import congressbot.wire.bot.DeadMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `dead_letters`.
final class DeadLetterRows {
    private final Jdbi jdbi;

    DeadLetterRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Keeps a letter; a repetition changes nothing.
    void add(Handle handle, String congress, DeadMessage dead) {
        handle.createUpdate("""
                        INSERT INTO dead_letters (congress_id, message_id, envelope, reason, attempts)
                        VALUES (:congress, :id, :envelope, :reason, :attempts)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("congress", congress)
                .bind("id", dead.id())
                .bind("envelope", dead.envelope().replace("\0", ""))
                .bind("reason", dead.reason())
                .bind("attempts", dead.attempts())
                .execute();
    }

    /// The newest letters of every congress, those first that nobody has decided about.
    List<DeadLetter> newest(int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, congress_id, envelope, reason, attempts, status, created_at, handled_at
                        FROM dead_letters
                        ORDER BY status <> 'open', status <> 'for-a-person', id DESC
                        LIMIT :most
                        """)
                .bind("most", atMost)
                .map((row, _) -> letter(row))
                .list());
    }

    Optional<DeadLetter> find(long number) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, congress_id, envelope, reason, attempts, status, created_at, handled_at
                        FROM dead_letters WHERE id = :number
                        """)
                .bind("number", number)
                .map((row, _) -> letter(row))
                .findOne());
    }

    /// Notes what became of a letter. One that was replayed stays so, and so does one that was dropped.
    ///
    /// @return false when nothing was changed
    boolean handle(Handle handle, long number, Status status, Instant now) {
        return handle.createUpdate("""
                        UPDATE dead_letters SET status = :status, handled_at = :now
                        WHERE id = :number AND status IN ('open', 'for-a-person') AND status <> :status
                        """)
                        .bind("status", word(status))
                        .bind("now", now)
                        .bind("number", number)
                        .execute()
                == 1;
    }

    /// The same in a transaction of its own.
    boolean handle(long number, Status status, Instant now) {
        return jdbi.withHandle(handle -> handle(handle, number, status, now));
    }

    /// Deletes the letters of one chat: those that the inbox knows to be its own, and those that are addressed
    /// from one of its ids. In what nobody can read, the server cannot look for a field without failing at it.
    void erase(Handle handle, long conversation) {
        handle.createUpdate("""
                        DELETE FROM dead_letters d USING conversations c
                        WHERE c.id = :conversation
                          AND (EXISTS (SELECT FROM inbox i
                                       WHERE i.conversation_id = c.id
                                         AND d.message_id = i.channel || ':' || i.account || ':' || i.message_id)
                               OR starts_with(d.message_id, c.channel || ':' || c.account || ':')
                                  AND EXISTS (SELECT FROM contact_aliases a
                                              WHERE a.contact_id = c.contact_id
                                                AND CASE WHEN d.reason <> 'unreadable' AND d.envelope IS JSON OBJECT
                                                    THEN d.envelope::json ->> 'replyTo' = a.alias
                                                         OR strpos(d.envelope::json ->> 'aliases',
                                                                   to_json(a.alias)::text) > 0
                                                    ELSE strpos(d.envelope, to_json(a.alias)::text) > 0 END))
                        """).bind("conversation", conversation).execute();
    }

    /// Deletes a batch of old letters, decided about or not: they hold what people wrote.
    ///
    /// @return how many were deleted
    int forget(Instant before, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM dead_letters
                        WHERE id IN (SELECT id FROM dead_letters WHERE created_at < :before LIMIT :most)
                        """)
                .bind("before", before)
                .bind("most", atMost)
                .execute());
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("congress_id"),
                row.getString("envelope"),
                row.getString("reason"),
                row.getInt("attempts"),
                status(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("handled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Status status(String word) {
        return Status.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
