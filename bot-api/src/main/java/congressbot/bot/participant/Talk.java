package congressbot.bot.participant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What was said in the chat in which somebody registered.
public final class Talk {
    /// Chats that are shown as likely.
    private static final int MOST_LIKELY = 5;

    private final Jdbi jdbi;

    public Talk(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// One message.
    ///
    /// @param heard whether the person said it
    /// @param kind of what came: text, audio, image, …; `reply` for what we said
    /// @param text empty for what has none
    public record Said(boolean heard, String kind, String text, Instant at) {
        @Override
        public String toString() {
            return "Said[" + kind + "]";
        }
    }

    /// Chats whose phone may be the one of a registration, beside the chat that it came from:
    /// somebody has to ask.
    public List<Long> likely(String congress, long number) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.id FROM participants p
                        JOIN conversations c ON c.congress_id = p.congress_id AND phone_line(c.phone) = phone_line(p.phone)
                        WHERE p.id = :number AND p.congress_id = :congress AND c.id IS DISTINCT FROM p.conversation_id
                        ORDER BY c.last_seen_at DESC LIMIT :most
                        """)
                .bind("number", number)
                .bind("congress", congress)
                .bind("most", MOST_LIKELY)
                .mapTo(Long.class)
                .list());
    }

    /// The last messages, oldest first.
    public List<Said> of(String congress, long conversation, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT direction = 'in' AS heard, coalesce(content->>'type', 'reply') AS kind,
                               coalesce(content->>'text', content->>'transcript', content->>'caption',
                                        content->>'label', '') AS text, at
                        FROM messages
                        WHERE congress_id = :congress AND conversation_id = :conversation
                        ORDER BY id DESC
                        LIMIT :most
                        """)
                .bind("congress", congress)
                .bind("conversation", conversation)
                .bind("most", most)
                .map((row, _) -> new Said(
                        row.getBoolean("heard"),
                        row.getString("kind"),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list()
                .reversed());
    }
}
