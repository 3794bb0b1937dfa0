package congressbot.bot.outbox;

import congressbot.bot.mail.Mail;
import congressbot.wire.Json;
import congressbot.wire.gateway.SendCause;
import congressbot.wire.message.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `outbox`: what is to be sent, one row for one cause.
public final class Outbox {
    /// How long the worker has to send a reply before the relay does.
    static final Duration WORKERS_TURN = Duration.ofSeconds(5);

    /// Keys of what a person of the organisers says, and of what is said about her, begin so. All
    /// other replies are the bot's, and are not sent where a person took over.
    public static final String BY_A_PERSON = SendCause.BY_A_PERSON.prefix();

    /// Keys of what nobody asked for at that moment begin so. Nothing waits behind it: WhatsApp may let us write to
    /// nobody new for hours, or days.
    static final String PROACTIVE = SendCause.LATE_ANSWER.prefix();

    private final Jdbi jdbi;

    public Outbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// How far a row has come.
    public enum Status {
        PENDING,
        SENT,
        REFUSED,
        /// Perhaps sent: the channel did not say. It was repeated once at most.
        UNKNOWN,
        CANCELLED
    }

    /// A row whose time has come.
    ///
    /// @param body JSON of an [OutgoingMessage] or of a mail
    /// @param attempts with the one that begins now
    record Due(long id, String key, String body, int attempts) {}

    /// Adds a reply that is no turn's. A repetition changes nothing.
    ///
    /// @param now when the relay may begin to send it, after a moment
    public void addReply(
            Handle handle, String congress, long conversation, String key, OutgoingMessage message, Instant now) {
        Row row = new Row(congress, "reply", Optional.of(conversation), key, Json.write(message));
        add(handle, row, now.plus(WORKERS_TURN));
    }

    /// Adds what a person of the organisers says, to be sent at once, after what stands there
    /// already. A repetition changes nothing.
    ///
    /// @param key begins with [#BY_A_PERSON]
    public void addWords(
            Handle handle, String congress, long conversation, String key, OutgoingMessage message, Instant now) {
        if (!key.startsWith(BY_A_PERSON)) {
            throw new IllegalArgumentException("the key of a reply of the bot");
        }
        add(handle, new Row(congress, "reply", Optional.of(conversation), key, Json.write(message)), now);
    }

    /// A reply of the bot that is not known to be sent.
    public record Unsent(long id, String key) {}

    /// All of them in the chat of a takeover, oldest first; none when it has ended. In one look: what
    /// the bot says once it answers again is none of them.
    public List<Unsent> unsentOfTheBot(long takeover) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT outbox.id, outbox.key FROM outbox
                        JOIN takeovers taken ON taken.conversation_id = outbox.conversation_id
                        WHERE taken.id = :takeover AND taken.ended_at IS NULL
                          AND outbox.status = 'pending' AND NOT starts_with(outbox.key, :person)
                        ORDER BY outbox.id
                        """)
                .bind("takeover", takeover)
                .bind("person", BY_A_PERSON)
                .map((row, _) -> new Unsent(row.getLong("id"), row.getString("key")))
                .list());
    }

    /// Ends a reply of the bot because a person answers: it was withdrawn, or it was sent before. The
    /// transcript says so.
    ///
    /// @param messageId the channel's id of what was sent before
    public void end(Unsent unsent, Optional<String> messageId, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            UPDATE messages SET delivery = CASE WHEN CAST(:messageId AS text) IS NULL THEN 'cancelled'
                                                                ELSE 'sent' END,
                                                provider_message_id = :messageId
                            FROM outbox
                            WHERE outbox.id = :id AND outbox.status = 'pending' AND messages.turn_key = outbox.key
                              AND messages.conversation_id = outbox.conversation_id AND messages.direction = 'out'
                              AND messages.delivery = 'pending'
                            """)
                    .bind("messageId", messageId)
                    .bind("id", unsent.id())
                    .execute();
            finish(handle, unsent.id(), messageId.isPresent() ? Status.SENT : Status.CANCELLED, messageId, now);
        });
    }

    /// Adds a mail, to be sent at once. A repetition changes nothing.
    public void addMail(Handle handle, String congress, Mail mail, Instant now) {
        add(handle, new Row(congress, "mail", Optional.empty(), mail.key(), Json.write(mail)), now);
    }

    private record Row(String congress, String kind, Optional<Long> conversation, String key, String body) {
        /// Without the words, which are personal.
        @Override
        public String toString() {
            return "Row[" + kind + "]";
        }
    }

    private static void add(Handle handle, Row row, Instant next) {
        handle.createUpdate("""
                        INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, next_attempt_at)
                        VALUES (:congress, :key, :kind, :conversation, :body::jsonb, 'pending', :next)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .bind("congress", row.congress())
                .bind("key", row.key())
                .bind("kind", row.kind())
                .bind("conversation", row.conversation())
                .bind("body", row.body())
                .bind("next", next)
                .execute();
    }

    public Optional<Status> status(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT upper(status) FROM outbox WHERE key = :key")
                .bind("key", key)
                .mapTo(Status.class)
                .findOne());
    }

    /// Keys of replies of this conversation, older than the given one, that are not known to be sent.
    public List<String> olderPending(long conversation, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT older.key FROM outbox older
                        WHERE older.conversation_id = :conversation AND older.status = 'pending'
                          AND older.id < (SELECT id FROM outbox WHERE key = :key)
                          AND NOT starts_with(older.key, :proactive)
                        """)
                .bind("conversation", conversation)
                .bind("key", key)
                .bind("proactive", PROACTIVE)
                .mapTo(String.class)
                .list());
    }

    /// Takes replies whose time has come, the oldest of each conversation, and none of the bot's
    /// where a person took over: those are withdrawn. The attempt is counted, and the next one
    /// planned, before this one is made: whoever dies in between has made it.
    List<Due> takeReplies(Instant now, int atMost) {
        return take("""
                UPDATE outbox SET attempts = attempts + 1,
                                  next_attempt_at = :now::timestamptz + interval '2 seconds' * 2 ^ least(attempts, 5)
                WHERE id IN (
                    SELECT id FROM outbox due
                    WHERE status = 'pending' AND kind = 'reply' AND next_attempt_at <= :now
                      AND NOT EXISTS (SELECT FROM outbox older
                                      WHERE older.conversation_id = due.conversation_id
                                        AND older.status = 'pending' AND older.id < due.id
                                        AND NOT starts_with(older.key, :proactive))
                      AND (starts_with(key, :person)
                           OR NOT EXISTS (SELECT FROM conversations taken
                                          WHERE taken.id = due.conversation_id AND taken.attention = 'taken'))
                    ORDER BY starts_with(key, :proactive), next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING id, key, body, attempts
                """, Map.of("proactive", PROACTIVE, "person", BY_A_PERSON), now, atMost);
    }

    /// Takes mails whose time has come, like [#takeReplies].
    List<Due> takeMails(Instant now, int atMost) {
        return take("""
                UPDATE outbox SET attempts = attempts + 1,
                                  next_attempt_at = :now::timestamptz + interval '2 seconds' * 2 ^ least(attempts, 5)
                WHERE id IN (
                    SELECT id FROM outbox
                    WHERE status = 'pending' AND kind = 'mail' AND next_attempt_at <= :now
                    ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING id, key, body, attempts
                """, Map.of(), now, atMost);
    }

    /// Ends a row; nothing is sent for it any more. A row that has ended stays as it is.
    void finish(long id, Status status, Optional<String> providerMessageId, Instant now) {
        jdbi.useHandle(handle -> finish(handle, id, status, providerMessageId, now));
    }

    private static void finish(Handle handle, long id, Status status, Optional<String> providerMessageId, Instant now) {
        handle.createUpdate("""
                        UPDATE outbox SET status = :status, finished_at = :now, provider_message_id = :messageId
                        WHERE id = :id AND status = 'pending'
                        """)
                .bind("status", status.name().toLowerCase(Locale.ROOT))
                .bind("now", now)
                .bind("messageId", providerMessageId)
                .bind("id", id)
                .execute();
    }

    /// Plans the next attempt later than it was planned.
    void postpone(long id, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE outbox SET next_attempt_at = greatest(next_attempt_at, :until) WHERE id = :id")
                .bind("until", until)
                .bind("id", id)
                .execute());
    }

    /// Gives up what nobody waits for any more.
    ///
    /// @param proactive the same for what nobody asked for: it may have to wait for days
    /// @return how many rows were cancelled
    int cancelOlder(String kind, Instant createdBefore, Instant proactive, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE outbox SET status = 'cancelled', finished_at = :now
                        WHERE status = 'pending' AND kind = :kind
                          AND created_at < CASE WHEN starts_with(key, :proactive) THEN :proactiveBefore
                                                ELSE :before END::timestamptz
                        """)
                .bind("now", now)
                .bind("proactive", PROACTIVE)
                .bind("proactiveBefore", proactive)
                .bind("kind", kind)
                .bind("before", createdBefore)
                .execute());
    }

    /// Deletes the replies of one chat and the mails of these registrations, sent or not. What is
    /// being sent at this moment is sent.
    public void erase(Handle handle, long conversation, List<Long> registrations) {
        handle.createUpdate("""
                        DELETE FROM outbox
                        WHERE conversation_id = :conversation
                           OR (kind = 'mail' AND split_part(key, ':', 2) = ANY (:numbers))
                        """)
                .bind("conversation", conversation)
                .bindArray(
                        "numbers",
                        String.class,
                        registrations.stream().map(String::valueOf).toList())
                .execute();
    }

    /// Deletes a batch of rows that ended long ago.
    ///
    /// @return how many were deleted
    public int forget(Instant finishedBefore, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM outbox
                        WHERE id IN (SELECT id FROM outbox WHERE finished_at < :before LIMIT :most)
                        """)
                .bind("before", finishedBefore)
                .bind("most", atMost)
                .execute());
    }

    private List<Due> take(String update, Map<String, String> causes, Instant now, int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery(update)
                .bindMap(causes)
                .bind("now", now)
                .bind("most", atMost)
                .map((row, _) ->
                        new Due(row.getLong("id"), row.getString("key"), row.getString("body"), row.getInt("attempts")))
                .list());
    }
}
