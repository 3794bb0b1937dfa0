package congressbot.bot.conversation;

import congressbot.bot.answering.Reply;
import congressbot.bot.llm.Inquiry;
import congressbot.wire.message.WellFormed;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `questions`: what people asked, and what they were told.
final class Questions {
    /// Longest question and answer that are kept, in characters.
    private static final int LONGEST = 1_000;

    private final Jdbi jdbi;

    Questions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A question with its answer.
    ///
    /// @param said the answer as it was said; empty when there was none
    /// @param message in which it stood: the provider's id
    record Asked(String question, Reply reply, String said, String message) {
        @Override
        public String toString() {
            return "Asked[" + reply.by() + "]";
        }
    }

    void add(Handle handle, String congress, long conversation, List<Asked> asked, Instant at) {
        for (Asked one : asked) {
            handle.createUpdate("""
                            INSERT INTO questions (congress_id, conversation_id, question, answer, answered_by, sources, at, message_id)
                            VALUES (:congress, :conversation, :question, nullif(:answer, ''), :by, :sources, :at, :message)
                            """)
                    .bind("congress", congress)
                    .bind("conversation", conversation)
                    .bind("question", WellFormed.cut(one.question(), LONGEST))
                    .bind("answer", WellFormed.cut(one.said(), LONGEST))
                    .bind("by", one.reply().by().word())
                    .bindArray("sources", Long.class, one.reply().sources())
                    .bind("at", at)
                    .bind("message", one.message())
                    .execute();
        }
    }

    /// The last questions of a chat, oldest first.
    List<Inquiry.Earlier> latest(long conversation, Instant since, int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT question, coalesce(answer, '') AS answer
                        FROM (SELECT id, question, answer FROM questions
                              WHERE conversation_id = :conversation AND at > :since AND question IS NOT NULL
                              ORDER BY id DESC LIMIT :most) AS latest
                        ORDER BY id
                        """)
                .bind("conversation", conversation)
                .bind("since", since)
                .bind("most", atMost)
                .map((row, _) -> new Inquiry.Earlier(row.getString("question"), row.getString("answer")))
                .list());
    }

    /// Deletes the words of one chat, and nobody is told an answer there any more; that something was
    /// asked stays.
    void erase(Handle handle, long conversation) {
        handle.createUpdate("""
                        UPDATE questions SET question = NULL, answer = NULL, words = NULL, kinds = NULL, leads = false
                        WHERE conversation_id = :conversation AND question IS NOT NULL
                        """).bind("conversation", conversation).execute();
        handle.createUpdate("DELETE FROM answer_notices WHERE conversation_id = :conversation")
                .bind("conversation", conversation)
                .execute();
    }

    /// Deletes a batch of the words that people used long ago.
    ///
    /// @return how many were deleted
    int forget(Instant before, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE questions SET question = NULL, answer = NULL, words = NULL, kinds = NULL, leads = false
                        WHERE id IN (SELECT id FROM questions WHERE question IS NOT NULL AND at < :before LIMIT :most)
                        """)
                .bind("before", before)
                .bind("most", atMost)
                .execute());
    }
}
