package congressbot.bot.conversation;

import congressbot.wire.message.ChannelName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/// What is stored of two contacts, made one. Everything that names a chat moves with it, so that
/// nothing of it is lost when its row goes.
final class JoinRows {
    /// Of a form whose summary stands there all fields are filled in: more than there are.
    private static final int ALL_FIELDS = 100;

    /// Tables whose rows go with a chat as they are.
    private static final List<String> MOVED = List.of(
            "inbox",
            "messages",
            "participants",
            "outbox",
            "conversation_events",
            "questions",
            "takeovers",
            "alerts",
            "conversation_notes",
            "answer_notices",
            "forestalled_messages");

    /// Ids that are one person's, in one congress: no other's contacts are looked at.
    record Known(String congress, ChannelName channel, List<String> aliases) {
        Known {
            aliases = List.copyOf(aliases);
        }

        /// Without the addresses, which are personal.
        @Override
        public String toString() {
            return "Known[%s, %s, %d]".formatted(congress, channel, aliases.size());
        }
    }

    /// One of her chats.
    ///
    /// @param registered a registration came of it
    /// @param told how many fields of a form are filled in
    record Chat(long id, ChannelName channel, String account, boolean registered, int told, Instant lastSeen) {
        private static final Comparator<Chat> BY_PROGRESS = Comparator.comparing(Chat::registered)
                .thenComparingInt(Chat::told)
                .thenComparing(Chat::lastSeen);

        /// The one whose registration is further; of equals, where she wrote last.
        static Chat further(Chat one, Chat other) {
            return BY_PROGRESS.compare(one, other) >= 0 ? one : other;
        }

        boolean isWhere(Chat other) {
            return channel.equals(other.channel) && account.equals(other.account);
        }
    }

    /// Holds the contacts that these ids belong to, and their chats, until the transaction ends:
    /// first the chats, as a turn does.
    ///
    /// @return the oldest first
    List<Long> hold(Handle handle, Known known) {
        List<Long> found = contacts(handle, known);
        List<Long> held = List.of();
        while (found.size() > 1 && !found.equals(held)) {
            held = found;
            locked(
                    handle,
                    "SELECT id FROM conversations WHERE contact_id = ANY (:contacts) ORDER BY id FOR UPDATE",
                    held);
            locked(handle, "SELECT id FROM contacts WHERE id = ANY (:contacts) ORDER BY id FOR UPDATE", held);
            found = contacts(handle, known); // somebody may have joined some of them meanwhile
        }
        return found;
    }

    private static void locked(Handle handle, String query, List<Long> contacts) {
        ResultIterable<Long> rows = handle.createQuery(query)
                .bindArray("contacts", Long.class, contacts)
                .mapTo(Long.class);
        rows.list();
    }

    private static List<Long> contacts(Handle handle, Known known) {
        return handle.createQuery("""
                        SELECT DISTINCT contact_id FROM contact_aliases
                        WHERE congress_id = :congress AND channel = :channel AND alias = ANY (:aliases)
                        ORDER BY contact_id
                        """)
                .bind("congress", known.congress())
                .bind("channel", known.channel().value())
                .bindArray("aliases", String.class, known.aliases())
                .mapTo(Long.class)
                .list();
    }

    List<Chat> chats(Handle handle, Known known, long contact) {
        return handle.createQuery("""
                        SELECT id, channel, account, last_seen_at, step = 'COMPLETED' OR state ?? 'followup' AS registered,
                               CASE WHEN step = 'CONFIRMING' THEN :all
                                    WHEN state ?? 'answers'
                                    THEN (SELECT count(*) FROM jsonb_object_keys(state -> 'answers'))
                                    ELSE 0 END AS told
                        FROM conversations WHERE contact_id = :contact AND congress_id = :congress
                        ORDER BY id
                        """)
                .bind("all", ALL_FIELDS)
                .bind("contact", contact)
                .bind("congress", known.congress())
                .map((row, _) -> chat(row))
                .list();
    }

    private static Chat chat(ResultSet row) throws SQLException {
        return new Chat(
                row.getLong("id"),
                new ChannelName(row.getString("channel")),
                row.getString("account"),
                row.getBoolean("registered"),
                row.getInt("told"),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
    }

    /// Every turn under way in it is planned again.
    void give(Handle handle, Chat chat, long contact) {
        handle.createUpdate("UPDATE conversations SET contact_id = :contact, version = version + 1 WHERE id = :id")
                .bind("contact", contact)
                .bind("id", chat.id())
                .execute();
    }

    /// Puts all of one chat into another of the same person.
    void merge(Handle handle, Known known, Chat goes, Chat stays) {
        note(handle, known, goes, stays);
        settle(handle, goes, stays);
        for (String table : MOVED) {
            handle.createUpdate("UPDATE <table> SET conversation_id = :stays WHERE conversation_id = :goes")
                    .define("table", table)
                    .bind("stays", stays.id())
                    .bind("goes", goes.id())
                    .execute();
        }
        add(handle, goes, stays);
        handle.createUpdate("DELETE FROM conversations WHERE id = :goes")
                .bind("goes", goes.id())
                .execute();
    }

    private static void note(Handle handle, Known known, Chat goes, Chat stays) {
        handle.createUpdate("UPDATE merged_conversations SET into_id = :stays WHERE into_id = :goes")
                .bind("stays", stays.id())
                .bind("goes", goes.id())
                .execute();
        handle.createUpdate("""
                        INSERT INTO merged_conversations (id, congress_id, into_id) VALUES (:goes, :congress, :stays)
                        """)
                .bind("goes", goes.id())
                .bind("congress", known.congress())
                .bind("stays", stays.id())
                .execute();
    }

    /// What a chat can have only one of.
    private static void settle(Handle handle, Chat goes, Chat stays) {
        List.of("""
                UPDATE takeovers SET ended_at = now(), ended_how = 'passed-on'
                WHERE conversation_id = :goes AND ended_at IS NULL
                  AND EXISTS (SELECT FROM takeovers other
                              WHERE other.conversation_id = :stays AND other.ended_at IS NULL)
                """, """
                UPDATE alerts SET closed_at = now()
                WHERE conversation_id = :goes AND closed_at IS NULL
                  AND EXISTS (SELECT FROM alerts other
                              WHERE other.conversation_id = :stays AND other.kind = alerts.kind
                                AND other.closed_at IS NULL)
                """, """
                UPDATE answer_notices SET status = 'told', finished_at = told.finished_at
                FROM answer_notices told
                WHERE answer_notices.conversation_id = :stays AND answer_notices.status = 'pending'
                  AND told.conversation_id = :goes AND told.group_id = answer_notices.group_id AND told.status = 'told'
                """, """
                DELETE FROM answer_notices
                WHERE conversation_id = :goes
                  AND group_id IN (SELECT group_id FROM answer_notices WHERE conversation_id = :stays)
                """, """
                DELETE FROM forestalled_messages
                WHERE conversation_id = :goes
                  AND message_id IN (SELECT message_id FROM forestalled_messages WHERE conversation_id = :stays)
                """)
                .forEach(statement -> handle.createUpdate(statement)
                        .bind("goes", goes.id())
                        .bind("stays", stays.id())
                        .execute());
    }

    /// Counts and times of both. The address is the one under which she wrote last; whoever holds one
    /// of the chats holds both. The version is higher than either: nobody's older state comes back
    /// over it.
    private static void add(Handle handle, Chat goes, Chat stays) {
        handle.createUpdate("""
                        UPDATE conversations s
                        SET version = greatest(s.version, g.version) + 1,
                            message_count = s.message_count + g.message_count,
                            unread = s.unread + g.unread,
                            last_seen_at = greatest(s.last_seen_at, g.last_seen_at),
                            created_at = least(s.created_at, g.created_at),
                            reply_to = CASE WHEN g.reply_to <> '' AND (s.reply_to = '' OR g.last_seen_at > s.last_seen_at)
                                            THEN g.reply_to ELSE s.reply_to END,
                            phone = coalesce(s.phone, g.phone),
                            attention = CASE WHEN 'taken' IN (s.attention, g.attention) THEN 'taken'
                                             WHEN 'phone' IN (s.attention, g.attention) THEN 'phone'
                                             ELSE coalesce(s.attention, g.attention) END,
                            attention_until = CASE WHEN 'taken' IN (s.attention, g.attention) THEN NULL
                                                   ELSE greatest(s.attention_until, g.attention_until) END,
                            assignee_id = coalesce(s.assignee_id, g.assignee_id),
                            assignee_name = CASE WHEN s.assignee_id IS NULL THEN g.assignee_name
                                                 ELSE s.assignee_name END
                        FROM conversations g
                        WHERE s.id = :stays AND g.id = :goes
                        """)
                .bind("stays", stays.id())
                .bind("goes", goes.id())
                .execute();
    }

    /// Her ids go to the contact that is kept, and the other one goes. No chat of it is left.
    void dissolve(Handle handle, long contact, long kept) {
        handle.createUpdate("UPDATE contact_aliases SET contact_id = :kept WHERE contact_id = :contact")
                .bind("kept", kept)
                .bind("contact", contact)
                .execute();
        handle.createUpdate("""
                        DELETE FROM contacts
                        WHERE id = :contact AND NOT EXISTS (SELECT FROM conversations WHERE contact_id = :contact)
                        """).bind("contact", contact).execute();
    }
}
