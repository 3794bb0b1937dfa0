package congressbot.bot.outbox;

import congressbot.wire.Json;
import congressbot.wire.message.OutgoingMessage;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/// How the statement that stores a turn adds its reply to the table `outbox`.
public final class TurnReply {
    /// Part of that statement: `older` are keys of older replies of the conversation that are not known to be
    /// sent, and a reply is added to the conversation `kept`. What nobody asked for counts as nothing
    /// older: it may be held back for hours.
    public static final String ADDED = """
            older AS (
                SELECT key FROM outbox WHERE conversation_id = :conversation AND status = 'pending'
                  AND NOT starts_with(key, :proactive)
            ), added AS (
                INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, next_attempt_at)
                SELECT :congress, :turn, 'reply', kept.id, body::jsonb, 'pending', :next::timestamptz
                FROM kept, unnest(:bodies) AS body
            )""";

    private TurnReply() {}

    /// What [#ADDED] wants to know.
    ///
    /// @param message nothing when the caller's HTTP answer is the delivery
    /// @param now when the worker may begin to send it
    public static Query bind(Query query, Optional<OutgoingMessage> message, Instant now) {
        return query.bind("next", now.plus(Outbox.WORKERS_TURN))
                .bind("proactive", Outbox.PROACTIVE)
                .bindArray(
                        "bodies",
                        String.class,
                        message.map(Json::write).stream().toList());
    }
}
