package congressbot.bot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.attention.Attention;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.wire.Json;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.PhoneNumber;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// The tables `contacts`, `contact_aliases` and `conversations`.
final class Conversations {
    private final Jdbi jdbi;

    Conversations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What is stored of the person who sent this message, by any of her ids.
    Snapshot load(String congress, IncomingMessage message) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.contact_id, c.id, c.version, c.state, c.language, c.last_seen_at,
                               c.attention, c.attention_until,
                               (SELECT array_agg(all_of.alias) FROM contact_aliases all_of
                                WHERE all_of.contact_id = a.contact_id) AS aliases
                        FROM contact_aliases a
                        LEFT JOIN conversations c ON c.contact_id = a.contact_id AND c.congress_id = a.congress_id
                                                 AND c.channel = :channel AND c.account = :account
                        WHERE a.congress_id = :congress AND a.channel = :channel AND a.alias = ANY (:aliases)
                        ORDER BY c.id NULLS LAST, a.contact_id
                        LIMIT 1
                        """)
                .bind("congress", congress)
                .bind("channel", message.channel().value())
                .bind("account", message.account())
                .bindArray("aliases", String.class, aliases(message))
                .map((row, _) -> snapshot(row))
                .findOne()
                .orElse(Snapshot.NOBODY));
    }

    Optional<Snapshot> find(long conversation) {
        return jdbi.withHandle(handle -> find(handle, conversation));
    }

    /// A conversation as it stands.
    Optional<Snapshot> find(Handle handle, long conversation) {
        return handle.createQuery("""
                        SELECT c.contact_id, c.id, c.version, c.state, c.language, c.last_seen_at,
                               c.attention, c.attention_until,
                               (SELECT coalesce(array_agg(all_of.alias), '{}') FROM contact_aliases all_of
                                WHERE all_of.contact_id = c.contact_id) AS aliases
                        FROM conversations c WHERE c.id = :conversation
                        """)
                .bind("conversation", conversation)
                .map((row, _) -> snapshot(row))
                .findOne();
    }

    /// Every id of the sender; the queue's own contact is always one of them.
    static List<String> aliases(IncomingMessage message) {
        return Stream.concat(Stream.of(message.conversation().contact()), message.aliases().stream())
                .distinct()
                .toList();
    }

    /// Stores a new contact.
    ///
    /// @return empty when one of its ids was stored meanwhile
    OptionalLong addContact(Handle handle, String congress, IncomingMessage message) {
        long contact = handle.createQuery("INSERT INTO contacts (congress_id) VALUES (:congress) RETURNING id")
                .bind("congress", congress)
                .mapTo(Long.class)
                .one();
        return addAliases(handle, congress, contact, message.channel(), aliases(message))
                ? OptionalLong.of(contact)
                : OptionalLong.empty();
    }

    /// Notes ids under which a known contact was seen for the first time; an id of another one stays
    /// with that. Always in the same order: who notes the same ids at the same moment waits, and not
    /// each for the other.
    ///
    /// @return false when one of them is another contact's
    boolean addAliases(Handle handle, String congress, long contact, ChannelName channel, List<String> aliases) {
        int added = handle.createUpdate("""
                        INSERT INTO contact_aliases (congress_id, channel, alias, contact_id)
                        SELECT :congress, :channel, alias, :contact FROM unnest(:aliases) AS alias ORDER BY alias
                        ON CONFLICT DO NOTHING
                        """)
                .bind("congress", congress)
                .bind("channel", channel.value())
                .bind("contact", contact)
                .bindArray("aliases", String.class, aliases)
                .execute();
        return added == aliases.size()
                || handle.createQuery("""
                                SELECT NOT EXISTS (SELECT FROM contact_aliases
                                                   WHERE congress_id = :congress AND channel = :channel
                                                     AND alias = ANY (:aliases) AND contact_id <> :contact)
                                """)
                        .bind("congress", congress)
                        .bind("channel", channel.value())
                        .bind("contact", contact)
                        .bindArray("aliases", String.class, aliases)
                        .mapTo(Boolean.class)
                        .one();
    }

    /// Part of a statement: `moved` is a new conversation with version 1; nothing when it was stored
    /// meanwhile, or a message is `known`.
    static final String BEGUN = """
            moved AS (
                INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, phone, state, step,
                                           language, version, message_count, last_seen_at, attention, attention_until,
                                           unread, furthest, form_began_at)
                SELECT :congress, :channel, :account, :contact, :replyTo, :phone::text, :state::jsonb, :step,
                       :language, 1, :messages, :seen::timestamptz, :attention::text, :until::timestamptz, :unread,
                       :furthest, CASE WHEN :furthest > 0 THEN :now::timestamptz END
                WHERE NOT EXISTS (SELECT FROM known)
                ON CONFLICT DO NOTHING
                RETURNING id, -1 AS furthest_before, NULL::timestamptz AS began_before
            )""";

    /// Part of a statement: `moved` is a conversation that goes on; nothing when it has another version
    /// by now, when somebody else answers it than the turn was planned for (a process that knows nothing
    /// of that may have planned it), or a message is `known`.
    static final String MOVED_ON = """
            before AS (
                SELECT id, furthest, form_began_at FROM conversations
                WHERE id = :conversation AND version = :version AND attention IS NOT DISTINCT FROM :before
                  AND NOT EXISTS (SELECT FROM known)
                FOR UPDATE
            ), moved AS (
                UPDATE conversations c
                SET state = :state::jsonb, step = :step, version = version + 1, reply_to = :replyTo,
                    phone = coalesce(:phone, phone), language = :language, message_count = message_count + :messages,
                    last_seen_at = greatest(last_seen_at, :seen), attention = :attention, attention_until = :until,
                    unread = c.unread + :unread,
                    furthest = CASE WHEN :furthest > 0 THEN greatest(c.furthest, :furthest) ELSE 0 END,
                    form_began_at = CASE WHEN :furthest > 0 THEN coalesce(c.form_began_at, :now) END
                FROM before
                WHERE c.id = before.id
                RETURNING c.id, before.furthest AS furthest_before, before.form_began_at AS began_before
            )""";

    /// What [#BEGUN] and [#MOVED_ON] both want to know.
    static Query bind(Query query, Turn turn) {
        IncomingMessage last = turn.last();
        State state = turn.plan().next();
        Silence silence = turn.plan().silence();
        return query.bind("congress", turn.congress())
                .bind("channel", last.channel().value())
                .bind("replyTo", last.replyTo())
                .bind("phone", last.phone().map(PhoneNumber::value))
                .bind("state", Json.write(state))
                .bind("step", state.step().name())
                .bind("language", turn.language().tag())
                .bind("messages", turn.messages().size())
                .bind("seen", turn.seen())
                .bind("attention", silence.attention().map(Attention::word))
                .bind("until", silence.attention().flatMap(Attention::until))
                .bind("unread", silence.unread());
    }

    /// Lets turns that are under way be planned again.
    void touch(Handle handle, long conversation) {
        handle.createUpdate("UPDATE conversations SET version = version + 1 WHERE id = :conversation")
                .bind("conversation", conversation)
                .execute();
    }

    /// Whether a person answers this chat at the moment. While this transaction goes on, nobody
    /// begins to.
    boolean isLeftToAPerson(Handle handle, long conversation, Instant now) {
        return handle.createQuery("SELECT attention, attention_until FROM conversations WHERE id = :id FOR SHARE")
                .bind("id", conversation)
                .map((row, _) -> Attention.read(row))
                .one()
                .filter(attention -> attention.isOn(now))
                .isPresent();
    }

    /// Forgets by which ids and number the person of a chat is reached. The ids stay where she writes
    /// to another account of ours, too.
    void eraseAddresses(Handle handle, long conversation) {
        handle.createUpdate("UPDATE conversations SET phone = NULL, reply_to = '' WHERE id = :conversation")
                .bind("conversation", conversation)
                .execute();
        handle.createUpdate("""
                        DELETE FROM contact_aliases a USING conversations erased
                        WHERE erased.id = :conversation AND a.contact_id = erased.contact_id
                          AND NOT EXISTS (SELECT FROM conversations other
                                          WHERE other.contact_id = erased.contact_id AND other.id <> erased.id)
                        """).bind("conversation", conversation).execute();
    }

    /// Forgets the answers of forms that were left unfinished, a batch at a time. Whoever is registered
    /// already goes back to her registration.
    ///
    /// @return how many were forgotten
    int forgetForms(Instant notSeenSince, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE conversations
                        SET state = CASE WHEN state ?? 'followup'
                                         THEN jsonb_build_object('type', 'completed', 'tries', 0, 'participant',
                                                                 state #> '{followup,registration}')
                                         ELSE :start::jsonb END,
                            step = CASE WHEN state ?? 'followup' THEN 'COMPLETED' ELSE :step END,
                            version = version + 1
                        WHERE id IN (SELECT id FROM conversations
                                     WHERE step NOT IN ('IDLE', 'COMPLETED') AND last_seen_at < :before LIMIT :most)
                        """)
                .bind("start", Json.write(State.START))
                .bind("step", State.START.step().name())
                .bind("before", notSeenSince)
                .bind("most", atMost)
                .execute());
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        OptionalLong contact = OptionalLong.of(row.getLong("contact_id"));
        List<String> aliases = strings(row.getArray("aliases"));
        long conversation = row.getLong("id");
        if (row.wasNull()) {
            return new Snapshot(
                    contact,
                    OptionalLong.empty(),
                    0,
                    State.START,
                    aliases,
                    Language.PORTUGUESE,
                    Optional.empty(),
                    Optional.empty());
        }
        return new Snapshot(
                contact,
                OptionalLong.of(conversation),
                row.getLong("version"),
                state(row.getString("state")),
                aliases,
                Language.of(row.getString("language")),
                Optional.of(row.getObject("last_seen_at", OffsetDateTime.class).toInstant()),
                Attention.read(row));
    }

    private static State state(String json) {
        try {
            return Json.read(json, State.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored state that this version cannot read", e);
        }
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
