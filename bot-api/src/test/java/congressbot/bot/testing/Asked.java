package congressbot.bot.testing;

import org.jdbi.v3.core.Jdbi;

/// A person who asked things that nobody answered.
///
/// @param channel `gowa`, or `chat`, which only answers
public record Asked(Jdbi jdbi, String congress, String channel, long conversation) {
    /// Somebody new.
    public static Asked by(Jdbi jdbi, String congress, String channel, String address) {
        long conversation = jdbi.withHandle(handle -> handle.createQuery("""
                        WITH contact AS (INSERT INTO contacts (congress_id) VALUES (:congress) RETURNING id)
                        INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, state, step,
                                                   version, message_count, last_seen_at)
                        SELECT :congress, :channel, 'main', id, :address, '{"type": "idle"}', 'IDLE', 1, 1, now()
                        FROM contact
                        RETURNING id
                        """)
                .bind("congress", congress)
                .bind("channel", channel)
                .bind("address", address)
                .mapTo(Long.class)
                .one());
        return new Asked(jdbi, congress, channel, conversation);
    }

    /// Asks, and nobody answers.
    ///
    /// @return the number of the question
    public long asks(String question) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO questions (congress_id, conversation_id, question, answered_by, sources, at)
                        VALUES (:congress, :conversation, :question, 'nobody', '{}', now())
                        RETURNING id
                        """)
                .bind("congress", congress)
                .bind("conversation", conversation)
                .bind("question", question)
                .mapTo(Long.class)
                .one());
    }
}
