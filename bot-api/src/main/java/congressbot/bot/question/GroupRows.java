package congressbot.bot.question;

import congressbot.bot.account.Witness;
import congressbot.wire.message.ChannelName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads and changes groups of questions: the tables `question_groups` and `questions`.
final class GroupRows {
    /// Questions of one group that are shown.
    private static final int SHOWN = 100;

    /// A question as short as this says too little to stand for others, in characters.
    private static final int TELLING = 10;

    /// How many people can be told something.
    record Reach(int reachable, int unreachable) {}

    Map<GroupStatus, Integer> counts(Handle handle, String congress) {
        Map<GroupStatus, Integer> counts = new EnumMap<>(GroupStatus.class);
        for (GroupStatus status : GroupStatus.values()) {
            counts.put(status, 0);
        }
        handle.createQuery("""
                        SELECT status, count(*) AS groups FROM question_groups
                        WHERE congress_id = :congress GROUP BY status
                        """)
                .bind("congress", congress)
                .map((row, _) -> Map.entry(GroupStatus.of(row.getString("status")), row.getInt("groups")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /// For all of them, the shortest question that says enough.
    List<Group> list(Handle handle, String congress, GroupStatus status, int atMost, int after) {
        return handle.createQuery("""
                        SELECT g.id, g.status, g.heading, g.answer, g.document, g.decided_by, g.decided_at,
                               count(q.id) AS asked, count(DISTINCT q.conversation_id) AS people,
                               coalesce(max(q.at), g.created_at) AS last,
                               (array_agg(q.question ORDER BY length(q.question) < :telling, length(q.question), q.id)
                                    FILTER (WHERE q.question IS NOT NULL))[1] AS question
                        FROM question_groups g LEFT JOIN questions q ON q.group_id = g.id
                        WHERE g.congress_id = :congress AND g.status = :status
                        GROUP BY g.id
                        ORDER BY g.decided_at DESC NULLS FIRST, count(q.id) DESC, max(q.at) DESC, g.id DESC
                        LIMIT :most OFFSET :after
                        """)
                .bind("telling", TELLING)
                .bind("congress", congress)
                .bind("status", status.word())
                .bind("most", atMost)
                .bind("after", after)
                .map((row, _) -> group(row))
                .list();
    }

    Optional<Group> find(Handle handle, String congress, long id) {
        return handle.createQuery("""
                        SELECT g.id, g.status, g.heading, g.answer, g.document, g.decided_by, g.decided_at,
                               count(q.id) AS asked, count(DISTINCT q.conversation_id) AS people,
                               coalesce(max(q.at), g.created_at) AS last,
                               (array_agg(q.question ORDER BY length(q.question) < :telling, length(q.question), q.id)
                                    FILTER (WHERE q.question IS NOT NULL))[1] AS question
                        FROM question_groups g LEFT JOIN questions q ON q.group_id = g.id
                        WHERE g.congress_id = :congress AND g.id = :id
                        GROUP BY g.id
                        """)
                .bind("telling", TELLING)
                .bind("congress", congress)
                .bind("id", id)
                .map((row, _) -> group(row))
                .findOne();
    }

    private static Group group(ResultSet row) throws SQLException {
        Optional<String> answer = Optional.ofNullable(row.getString("answer"));
        Optional<String> by = Optional.ofNullable(row.getString("decided_by"));
        Optional<Group.Published> published = answer.isPresent()
                ? Optional.of(new Group.Published(row.getString("heading"), answer.get(), row.getString("document")))
                : Optional.empty();
        Optional<Group.Decision> decision = by.isPresent()
                ? Optional.of(new Group.Decision(by.get(), instant(row, "decided_at"), published))
                : Optional.empty();
        return new Group(
                row.getLong("id"),
                GroupStatus.of(row.getString("status")),
                row.getInt("asked"),
                row.getInt("people"),
                instant(row, "last"),
                Optional.ofNullable(row.getString("question"))
                        .or(() -> published.map(Group.Published::heading))
                        .orElse(""),
                decision);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// The newest questions of a group that are not forgotten.
    List<Group.Asked> asked(Handle handle, long id) {
        return handle.createQuery("""
                        SELECT max(id) AS id, question, count(*) AS times, max(at) AS at
                        FROM questions
                        WHERE group_id = :id AND question IS NOT NULL
                        GROUP BY question
                        ORDER BY max(id) DESC LIMIT :most
                        """)
                .bind("id", id)
                .bind("most", SHOWN)
                .map((row, _) -> new Group.Asked(
                        row.getLong("id"), row.getString("question"), row.getInt("times"), instant(row, "at")))
                .list();
    }

    Reach reach(Handle handle, long id) {
        return handle.createQuery("""
                        SELECT count(DISTINCT c.id) FILTER (WHERE c.channel <> :answeredOnly AND c.reply_to <> '') AS reachable,
                               count(DISTINCT c.id) FILTER (WHERE c.channel = :answeredOnly) AS unreachable
                        FROM questions q JOIN conversations c ON c.id = q.conversation_id
                        WHERE q.group_id = :id AND q.question IS NOT NULL
                        """)
                .bind("id", id)
                .bind("answeredOnly", ChannelName.CHAT.value())
                .map((row, _) -> new Reach(row.getInt("reachable"), row.getInt("unreachable")))
                .one();
    }

    boolean dismiss(Handle handle, Witness witness, long id, Instant now) {
        return handle.createUpdate("""
                                UPDATE question_groups SET status = 'dismissed', decided_by = :by, decided_at = :now
                                WHERE id = :id AND congress_id = :congress AND status = 'open'
                                """)
                        .bind("by", witness.name())
                        .bind("now", now)
                        .bind("id", id)
                        .bind("congress", witness.congress())
                        .execute()
                == 1;
    }

    boolean reopen(Handle handle, String congress, long id) {
        return handle.createUpdate("""
                                UPDATE question_groups SET status = 'open', decided_by = NULL, decided_at = NULL
                                WHERE id = :id AND congress_id = :congress AND status = 'dismissed'
                                """)
                        .bind("id", id)
                        .bind("congress", congress)
                        .execute()
                == 1;
    }

    /// The open group, held until the end of the transaction.
    boolean hold(Handle handle, String congress, long id) {
        return handle.createQuery("""
                        SELECT id FROM question_groups
                        WHERE id = :id AND congress_id = :congress AND status = 'open' FOR UPDATE
                        """)
                .bind("id", id)
                .bind("congress", congress)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    Optional<Long> takeOut(Handle handle, String congress, long id, long question) {
        if (!hold(handle, congress, id) || !isTwofold(handle, id, question)) {
            return Optional.empty();
        }
        long own = new GroupingRows().open(handle, congress);
        handle.createUpdate("""
                        UPDATE questions moved SET group_id = :own, leads = moved.id = :question
                        FROM questions taken
                        WHERE taken.id = :question AND moved.group_id = :id AND moved.question IS NOT NULL
                          AND moved.words = taken.words AND moved.kinds = taken.kinds
                        """)
                .bind("own", own)
                .bind("question", question)
                .bind("id", id)
                .execute();
        lead(handle, id);
        return Optional.of(own);
    }

    /// Something else stays in the group when this question is taken out.
    private static boolean isTwofold(Handle handle, long id, long question) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM questions taken JOIN questions other ON other.group_id = taken.group_id
                                       WHERE taken.id = :question AND taken.group_id = :id AND taken.question IS NOT NULL
                                         AND other.question IS NOT NULL
                                         AND (other.words, other.kinds) <> (taken.words, taken.kinds))
                        """)
                .bind("question", question)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /// A group goes on with its oldest question when the one that led it has left.
    private static void lead(Handle handle, long id) {
        handle.createUpdate("""
                        UPDATE questions SET leads = true
                        WHERE id = (SELECT min(id) FROM questions WHERE group_id = :id AND words IS NOT NULL)
                          AND NOT EXISTS (SELECT FROM questions WHERE group_id = :id AND leads)
                        """).bind("id", id).execute();
    }

    /// Both groups go on being led: later questions of either kind come into the one that stays.
    boolean merge(Handle handle, String congress, long from, long into) {
        boolean both = hold(handle, congress, Math.min(from, into)) && hold(handle, congress, Math.max(from, into));
        if (both) {
            handle.createUpdate("UPDATE questions SET group_id = :into WHERE group_id = :from")
                    .bind("into", into)
                    .bind("from", from)
                    .execute();
            handle.createUpdate("DELETE FROM question_groups WHERE id = :from")
                    .bind("from", from)
                    .execute();
        }
        return both;
    }

    /// What was decided about a group that is not open any more.
    void answer(Handle handle, Witness witness, long id, Group.Published published, Instant now) {
        handle.createUpdate("""
                        UPDATE question_groups
                        SET status = 'answered', heading = :heading, answer = :answer, document = :document,
                            decided_by = :by, decided_at = :now
                        WHERE id = :id AND congress_id = :congress
                        """)
                .bind("heading", published.heading())
                .bind("answer", published.answer())
                .bind("document", published.document())
                .bind("by", witness.name())
                .bind("now", now)
                .bind("id", id)
                .bind("congress", witness.congress())
                .execute();
    }
}
