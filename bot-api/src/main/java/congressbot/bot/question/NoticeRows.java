package congressbot.bot.question;

import congressbot.wire.message.ChannelName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Who is to be told an answer: the table `answer_notices`.
final class NoticeRows {
    /// Somebody to be told.
    ///
    /// @param question her own, the last one of the group; empty when it was forgotten
    /// @param answer as it was published
    /// @param limited until when our number of that chat may write to nobody new, if it may not
    record Due(
            long id,
            String congress,
            long group,
            long conversation,
            Optional<String> question,
            String answer,
            Instant since,
            Optional<Instant> limited) {
        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    /// Everybody who asked and can be reached is told once.
    ///
    /// @param due when to tell
    /// @return how many people
    int add(Handle handle, String congress, long group, Instant due, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO answer_notices (congress_id, group_id, conversation_id, due_at, created_at)
                        SELECT DISTINCT :congress, :group, c.id, :due::timestamptz, :now::timestamptz
                        FROM questions q JOIN conversations c ON c.id = q.conversation_id
                        WHERE q.group_id = :group AND q.question IS NOT NULL AND c.congress_id = :congress
                          AND c.channel <> :answeredOnly AND c.reply_to <> ''
                        ON CONFLICT DO NOTHING
                        """)
                .bind("congress", congress)
                .bind("group", group)
                .bind("due", due)
                .bind("now", now)
                .bind("answeredOnly", ChannelName.CHAT.value())
                .execute();
    }

    Group.Telling telling(Handle handle, long group) {
        return handle.createQuery("""
                        SELECT count(*) FILTER (WHERE status = 'pending') AS waiting,
                               count(*) FILTER (WHERE status = 'told') AS told,
                               count(*) FILTER (WHERE status = 'dropped') AS dropped
                        FROM answer_notices WHERE group_id = :group
                        """)
                .bind("group", group)
                .map((row, _) -> new Group.Telling(row.getInt("waiting"), row.getInt("told"), row.getInt("dropped")))
                .one();
    }

    /// Those whose time has come; another process takes others.
    List<Due> due(Handle handle, Instant now, int atMost) {
        return handle.createQuery("""
                        SELECT n.id, n.congress_id, n.group_id, n.conversation_id, n.created_at, g.answer,
                               (SELECT q.question FROM questions q
                                WHERE q.group_id = n.group_id AND q.conversation_id = n.conversation_id
                                  AND q.question IS NOT NULL
                                ORDER BY q.id DESC LIMIT 1) AS question,
                               (SELECT s.limited_until FROM conversations c
                                JOIN number_states s ON s.channel = c.channel AND s.account = c.account
                                WHERE c.id = n.conversation_id) AS limited_until
                        FROM answer_notices n JOIN question_groups g ON g.id = n.group_id
                        WHERE n.status = 'pending' AND n.due_at <= :now
                        ORDER BY n.due_at, n.id LIMIT :most
                        FOR UPDATE OF n SKIP LOCKED
                        """)
                .bind("now", now)
                .bind("most", atMost)
                .map((row, _) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getString("congress_id"),
                row.getLong("group_id"),
                row.getLong("conversation_id"),
                Optional.ofNullable(row.getString("question")),
                row.getString("answer"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("limited_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    void finish(Handle handle, long id, boolean told, Instant now) {
        handle.createUpdate("UPDATE answer_notices SET status = :status, finished_at = :now WHERE id = :id")
                .bind("status", told ? "told" : "dropped")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    void postpone(Handle handle, long id, Instant until) {
        handle.createUpdate("UPDATE answer_notices SET due_at = :until WHERE id = :id")
                .bind("until", until)
                .bind("id", id)
                .execute();
    }

    /// Deletes a batch of those that ended long ago.
    ///
    /// @return how many were deleted
    int forget(Handle handle, Instant now, Duration kept, int atMost) {
        return handle.createUpdate("""
                        DELETE FROM answer_notices
                        WHERE id IN (SELECT id FROM answer_notices WHERE finished_at < :before LIMIT :most)
                        """)
                .bind("before", now.minus(kept))
                .bind("most", atMost)
                .execute();
    }
}
