package congressbot.bot.attention;

import congressbot.bot.outbox.Outbox;
import congressbot.bot.text.Language;
import congressbot.wire.bot.Step;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// The table `takeovers`, and what `conversations` says of who answers.
public final class AttentionRows {
    private AttentionRows() {}

    /// A chat of this congress, held until the transaction ends: turns of it wait, and are planned
    /// again.
    static Optional<Chat> lock(Handle handle, String congress, long conversation) {
        return handle.createQuery("""
                        SELECT id, congress_id, channel, account, reply_to, language, step, attention, attention_until
                        FROM conversations WHERE id = :id AND congress_id = :congress FOR UPDATE
                        """)
                .bind("id", conversation)
                .bind("congress", congress)
                .map((row, _) -> new Chat(
                        row.getLong("id"),
                        row.getString("congress_id"),
                        new ChannelName(row.getString("channel")),
                        row.getString("account"),
                        row.getString("reply_to"),
                        Language.of(row.getString("language")),
                        Step.valueOf(row.getString("step")),
                        Attention.read(row)))
                .findOne();
    }

    /// From now on somebody else answers, or the bot again. Every turn under way is planned anew.
    static void turnTo(Handle handle, long conversation, Optional<Attention> attention) {
        handle.createUpdate("""
                        UPDATE conversations
                        SET attention = :attention, attention_until = :until, version = version + 1, unread = 0
                        WHERE id = :id
                        """)
                .bind("attention", attention.map(Attention::word))
                .bind("until", attention.flatMap(Attention::until))
                .bind("id", conversation)
                .execute();
    }

    /// Everything in the chat was read.
    ///
    /// @return false when there is no such chat
    static boolean read(Handle handle, String congress, long conversation) {
        return handle.createUpdate("UPDATE conversations SET unread = 0 WHERE id = :id AND congress_id = :congress")
                        .bind("id", conversation)
                        .bind("congress", congress)
                        .execute()
                == 1;
    }

    /// Notes whose it is to look after; nobody's when the account is empty.
    ///
    /// @return false when there is no such chat
    static boolean assign(
            Handle handle, String congress, long conversation, OptionalLong account, Optional<String> name) {
        return handle.createUpdate("""
                        UPDATE conversations SET assignee_id = :account, assignee_name = :name
                        WHERE id = :id AND congress_id = :congress
                        """)
                        .bind("account", account)
                        .bind("name", account.isPresent() ? name : Optional.<String>empty())
                        .bind("id", conversation)
                        .bind("congress", congress)
                        .execute()
                == 1;
    }

    /// The last reply is for versions that withdraw nothing after it.
    static long begin(Handle handle, Chat chat, OptionalLong account, String name, Instant now, Instant until) {
        return handle.createQuery("""
                        INSERT INTO takeovers (congress_id, conversation_id, account_id, account_name, begun_at, until,
                                               last_reply)
                        VALUES (:congress, :conversation, :account, :name, :now, :until,
                                (SELECT coalesce(max(id), 0) FROM outbox
                                 WHERE conversation_id = :conversation AND status = 'pending'))
                        RETURNING id
                        """)
                .bind("congress", chat.congress())
                .bind("conversation", chat.id())
                .bind("account", account)
                .bind("name", name)
                .bind("now", now)
                .bind("until", until)
                .mapTo(Long.class)
                .one();
    }

    /// The takeover of a chat that goes on.
    public static Optional<Takeover> open(Handle handle, String congress, long conversation) {
        return handle.createQuery("""
                        SELECT id, conversation_id, account_id, account_name, begun_at, taken_at, until
                        FROM takeovers
                        WHERE conversation_id = :conversation AND congress_id = :congress AND ended_at IS NULL
                        """)
                .bind("conversation", conversation)
                .bind("congress", congress)
                .map((row, _) -> takeover(row))
                .findOne();
    }

    /// Those that are not complete: something of the bot may be in flight, or came after all.
    static List<Takeover> unsettled(Handle handle, int atMost) {
        return handle.createQuery("""
                        SELECT id, conversation_id, account_id, account_name, begun_at, taken_at, until
                        FROM takeovers
                        WHERE ended_at IS NULL
                          AND (taken_at IS NULL
                               OR EXISTS (SELECT FROM outbox
                                          WHERE outbox.conversation_id = takeovers.conversation_id
                                            AND outbox.status = 'pending' AND NOT starts_with(outbox.key, :person)))
                        ORDER BY id LIMIT :most
                        """)
                .bind("person", Outbox.BY_A_PERSON)
                .bind("most", atMost)
                .map((row, _) -> takeover(row))
                .list();
    }

    /// A takeover whose time is over.
    record Due(String congress, long conversation) {}

    static List<Due> due(Handle handle, Instant now, int atMost) {
        return handle.createQuery("""
                        SELECT congress_id, conversation_id FROM takeovers
                        WHERE ended_at IS NULL AND until <= :now ORDER BY until LIMIT :most
                        """)
                .bind("now", now)
                .bind("most", atMost)
                .map((row, _) -> new Due(row.getString("congress_id"), row.getLong("conversation_id")))
                .list();
    }

    static void settle(Handle handle, long takeover, Instant now) {
        handle.createUpdate(
                        "UPDATE takeovers SET taken_at = :now WHERE id = :id AND taken_at IS NULL AND ended_at IS NULL")
                .bind("now", now)
                .bind("id", takeover)
                .execute();
    }

    static void extend(Handle handle, long takeover, Instant until) {
        handle.createUpdate("UPDATE takeovers SET until = greatest(until, :until) WHERE id = :id AND ended_at IS NULL")
                .bind("until", until)
                .bind("id", takeover)
                .execute();
    }

    /// Ends a takeover.
    ///
    /// @param how `given-back`, `time` or `passed-on`
    static void end(Handle handle, long takeover, String how, Instant now) {
        handle.createUpdate(
                        "UPDATE takeovers SET ended_at = :now, ended_how = :how WHERE id = :id AND ended_at IS NULL")
                .bind("now", now)
                .bind("how", how)
                .bind("id", takeover)
                .execute();
    }

    /// The queue's keys under which the person of a chat may have written to it.
    public static List<ConversationId> addresses(Handle handle, long conversation) {
        return handle.createQuery("""
                        SELECT c.channel, c.account, a.alias
                        FROM conversations c
                        JOIN contact_aliases a ON a.contact_id = c.contact_id AND a.channel = c.channel
                        WHERE c.id = :conversation
                        """)
                .bind("conversation", conversation)
                .map((row, _) -> new ConversationId(
                        new ChannelName(row.getString("channel")), row.getString("account"), row.getString("alias")))
                .list();
    }

    /// Deletes what the organisers noted of one chat, and who looked after it.
    public static void erase(Handle handle, long conversation) {
        Alerts.erase(handle, conversation);
        for (String table : List.of("conversation_notes", "takeovers")) {
            handle.createUpdate("DELETE FROM <table> WHERE conversation_id = :conversation")
                    .define("table", table)
                    .bind("conversation", conversation)
                    .execute();
        }
        handle.createUpdate("""
                        UPDATE conversations SET unread = 0, assignee_id = NULL, assignee_name = NULL
                        WHERE id = :conversation
                        """).bind("conversation", conversation).execute();
    }

    /// Deletes a batch each of what is old: alerts, notes, and takeovers that are over.
    ///
    /// @return how many were deleted of the kind of which there were most
    public static int forget(Handle handle, Instant before, int atMost) {
        int alerts = Alerts.forget(handle, before, atMost);
        int notes = OrganiserWords.forgetNotes(handle, before, atMost);
        int takeovers = handle.createUpdate("""
                        DELETE FROM takeovers
                        WHERE id IN (SELECT id FROM takeovers WHERE ended_at < :before LIMIT :most)
                        """)
                .bind("before", before)
                .bind("most", atMost)
                .execute();
        return Math.max(alerts, Math.max(notes, takeovers));
    }

    private static Takeover takeover(ResultSet row) throws SQLException {
        long account = row.getLong("account_id");
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(account);
        return new Takeover(
                row.getLong("id"),
                row.getLong("conversation_id"),
                known,
                row.getString("account_name"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("taken_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}
