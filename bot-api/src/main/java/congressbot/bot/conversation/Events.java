package congressbot.bot.conversation;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `conversation_events`.
final class Events {
    static final String REGISTERED = "registered";
    static final String CANCELLED = "cancelled";
    static final String DUPLICATE = "duplicate";
    static final String AMENDED = "amended";
    static final String ERASED = "erased";
    static final String PERSON_WANTED = "person-wanted";

    /// Its detail is the turn in which the flood was answered.
    static final String FLOODED = "flooded";

    private final Jdbi jdbi;

    Events(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(Handle handle, String congress, long conversation, String kind, Optional<String> detail, Instant at) {
        handle.createUpdate("""
                        INSERT INTO conversation_events (congress_id, conversation_id, kind, detail, at)
                        VALUES (:congress, :conversation, :kind, :detail, :at)
                        """)
                .bind("congress", congress)
                .bind("conversation", conversation)
                .bind("kind", kind)
                .bind("detail", detail)
                .bind("at", at)
                .execute();
    }

    int count(long conversation, String kind, Instant since) {
        return jdbi.withHandle(handle -> count(handle, conversation, kind, since));
    }

    /// The same within a transaction: in a crowd a second connection is long in coming.
    int count(Handle handle, long conversation, String kind, Instant since) {
        return handle.createQuery("""
                        SELECT count(*) FROM conversation_events
                        WHERE conversation_id = :conversation AND kind = :kind AND at > :since
                        """)
                .bind("conversation", conversation)
                .bind("kind", kind)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    boolean has(long conversation, String kind, String detail) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM conversation_events
                                       WHERE conversation_id = :conversation AND kind = :kind AND detail = :detail)
                        """)
                .bind("conversation", conversation)
                .bind("kind", kind)
                .bind("detail", detail)
                .mapTo(Boolean.class)
                .one());
    }

    /// Deletes what the events of one chat say beyond their kind. How far a registration came names nobody.
    void eraseDetails(Handle handle, long conversation) {
        handle.createUpdate("""
                        UPDATE conversation_events SET detail = NULL
                        WHERE conversation_id = :conversation AND detail IS NOT NULL AND kind <> 'step'
                        """).bind("conversation", conversation).execute();
    }
}
