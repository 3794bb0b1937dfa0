package congressbot.bot.question;

import congressbot.bot.knowledge.Gist;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How questions come into groups, in the tables `questions` and `question_groups`.
final class GroupingRows {
    /// Two words are taken for one from this similarity of their trigrams on: a slip, an ending.
    private static final double ALIKE = 0.45;

    /// Longest question that is read, in characters.
    private static final int LONGEST = 500;

    /// A question that is in no group yet.
    record Waiting(long id, String congress, String text) {
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    List<Waiting> waiting(Handle handle, List<String> congresses, int atMost) {
        return handle.createQuery("""
                        SELECT id, congress_id, left(question, :longest) AS question FROM questions
                        WHERE answered_by = 'nobody' AND question IS NOT NULL AND group_id IS NULL
                          AND congress_id = ANY (:congresses)
                        ORDER BY id LIMIT :most
                        """)
                .bind("longest", LONGEST)
                .bindArray("congresses", String.class, congresses)
                .bind("most", atMost)
                .map((row, _) ->
                        new Waiting(row.getLong("id"), row.getString("congress_id"), row.getString("question")))
                .list();
    }

    /// Groups are sorted by one process at a time.
    ///
    /// @return false when somebody else is at it
    boolean lock(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtext('question-groups'))")
                .mapTo(Boolean.class)
                .one();
    }

    /// The group, open or dismissed, whose leading question is the most similar of those that are about the same: each
    /// word of the one has its like in the other, and they ask for the same kind of answer.
    Optional<Long> like(Handle handle, String congress, Gist gist) {
        return handle.createQuery("""
                        SELECT lead.group_id
                        FROM questions lead
                        JOIN question_groups g ON g.id = lead.group_id AND g.status <> 'answered'
                        WHERE lead.leads AND lead.congress_id = :congress AND lead.kinds = :kinds
                          AND (lead.words % :words OR lead.words = :words)
                          AND NOT EXISTS (
                              SELECT FROM unnest(string_to_array(:words, ' ')) AS mine
                              WHERE NOT EXISTS (
                                  SELECT FROM unnest(string_to_array(lead.words, ' ')) AS its
                                  WHERE mine = its
                                     OR (left(mine, 1) <> :name AND left(its, 1) <> :name AND similarity(mine, its) >= :alike)))
                          AND NOT EXISTS (
                              SELECT FROM unnest(string_to_array(lead.words, ' ')) AS its
                              WHERE NOT EXISTS (
                                  SELECT FROM unnest(string_to_array(:words, ' ')) AS mine
                                  WHERE mine = its
                                     OR (left(mine, 1) <> :name AND left(its, 1) <> :name AND similarity(mine, its) >= :alike)))
                        ORDER BY similarity(lead.words, :words) DESC, lead.group_id LIMIT 1
                        """)
                .bind("congress", congress)
                .bind("words", gist.words())
                .bind("kinds", gist.kinds())
                .bind("alike", ALIKE)
                .bind("name", Gist.NAME)
                .mapTo(Long.class)
                .findOne();
    }

    long open(Handle handle, String congress) {
        return handle.createQuery("INSERT INTO question_groups (congress_id) VALUES (:congress) RETURNING id")
                .bind("congress", congress)
                .mapTo(Long.class)
                .one();
    }

    /// A question that was forgotten meanwhile stays out.
    void put(Handle handle, Waiting question, Gist gist, long group, boolean leads) {
        handle.createUpdate("""
                        UPDATE questions SET words = :words, kinds = :kinds, leads = :leads, group_id = :group
                        WHERE id = :id AND question IS NOT NULL
                        """)
                .bind("words", gist.words())
                .bind("kinds", gist.kinds())
                .bind("leads", leads)
                .bind("group", group)
                .bind("id", question.id())
                .execute();
    }

    void tidy(Handle handle) {
        // An older version of the program forgets the question and not its words.
        handle.execute("""
                UPDATE questions SET words = NULL, kinds = NULL, leads = false
                WHERE question IS NULL AND words IS NOT NULL
                """);
        handle.execute("""
                DELETE FROM question_groups g
                WHERE g.status <> 'answered'
                  AND NOT EXISTS (SELECT FROM questions q WHERE q.group_id = g.id AND q.question IS NOT NULL)
                """);
        handle.execute("""
                UPDATE questions SET leads = true WHERE id IN (
                    SELECT min(q.id) FROM question_groups g
                    JOIN questions q ON q.group_id = g.id AND q.words IS NOT NULL
                    WHERE g.status <> 'answered'
                      AND NOT EXISTS (SELECT FROM questions l WHERE l.group_id = g.id AND l.leads)
                    GROUP BY g.id)
                """);
    }
}
