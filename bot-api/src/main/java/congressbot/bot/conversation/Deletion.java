package congressbot.bot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.registration.Dialogue;
import congressbot.wire.Json;
import congressbot.wire.message.Content;
import congressbot.wire.message.MessageId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Blanks a message that a person deleted: in the transcript, and in all that repeats its words. What
/// the bot learnt from it stays: who wants that forgotten says so.
final class Deletion {
    /// What stands where words were.
    private static final String GONE = "…";

    /// A message as it stands.
    private record Row(String content, String turn) {}

    /// What was asked in one.
    private record Asked(String question, long group) {
        /// Without the words, which are personal.
        @Override
        public String toString() {
            return "Asked[%d]".formatted(group);
        }
    }

    /// Blanks one, and its edits.
    ///
    /// @return false when this chat has no such message
    boolean carryOut(Handle handle, long conversation, MessageId meant) {
        eraseLetters(handle, conversation, meant);
        Optional<Row> row = find(handle, conversation, meant.providerId());
        Optional<Content> content = row.map(Row::content).flatMap(Deletion::read);
        content.flatMap(Echo::shownOf)
                .ifPresent(echo ->
                        replace(handle, conversation, row.orElseThrow().turn(), readBack(echo), readBack(GONE)));
        List<String> ids = withItsEdits(handle, conversation, meant.providerId());
        forgetQuestions(handle, conversation, ids, content.flatMap(Dialogue::words));
        for (String id : ids) {
            blank(handle, conversation, id);
        }
        return row.isPresent();
    }

    /// As it stands above a reply: a short note's words may stand in the reply too.
    private static String readBack(String words) {
        return ": " + words + "\n\n";
    }

    private static Optional<Row> find(Handle handle, long conversation, String id) {
        return handle.createQuery("""
                        SELECT content, turn_key FROM messages
                        WHERE conversation_id = :conversation AND direction = 'in' AND provider_message_id = :id
                        ORDER BY id LIMIT 1
                        """)
                .bind("conversation", conversation)
                .bind("id", id)
                .map((row, _) -> new Row(row.getString("content"), row.getString("turn_key")))
                .findOne();
    }

    private static List<String> withItsEdits(Handle handle, long conversation, String id) {
        return handle.createQuery("""
                        SELECT provider_message_id FROM messages
                        WHERE conversation_id = :conversation AND direction = 'in'
                          AND (provider_message_id = :id
                               OR content ->> 'type' = 'Edited' AND content ->> 'originalId' = :id)
                        """)
                .bind("conversation", conversation)
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    private static void blank(Handle handle, long conversation, String id) {
        handle.createUpdate("""
                        UPDATE messages SET content = :mark::jsonb, before_edit = NULL
                        WHERE conversation_id = :conversation AND direction = 'in' AND provider_message_id = :id
                        """)
                .bind("mark", Json.write(mark(id)))
                .bind("conversation", conversation)
                .bind("id", id)
                .execute();
    }

    /// What stands in the place of a deleted message: it names itself.
    static Content mark(String id) {
        return new Content.Deleted(id);
    }

    /// Nothing that was asked in it is told to anybody, or quoted, any more. Of questions that were
    /// stored before it was noted where they stood, those are meant that have the same words.
    private static void forgetQuestions(Handle handle, long conversation, List<String> ids, Optional<String> words) {
        List<Asked> asked = handle.createQuery("""
                        SELECT question, group_id FROM questions
                        WHERE conversation_id = :conversation AND question IS NOT NULL
                          AND (message_id = ANY (:ids) OR message_id IS NULL AND question = :words)
                        """)
                .bind("conversation", conversation)
                .bindArray("ids", String.class, ids)
                .bind("words", words.orElse(""))
                .map((row, _) -> new Asked(row.getString("question"), row.getLong("group_id")))
                .list();
        asked.forEach(question -> unquote(handle, conversation, question));
        handle.createUpdate("""
                        UPDATE questions SET question = NULL, answer = NULL, words = NULL, kinds = NULL, leads = false
                        WHERE conversation_id = :conversation AND question IS NOT NULL
                          AND (message_id = ANY (:ids) OR message_id IS NULL AND question = :words)
                        """)
                .bind("conversation", conversation)
                .bindArray("ids", String.class, ids)
                .bind("words", words.orElse(""))
                .execute();
    }

    /// The answer that was told later quotes the question. Its key names the chat as it was then: that
    /// one may have gone into this one since.
    private static void unquote(Handle handle, long conversation, Asked asked) {
        List<String> keys = handle.createQuery("""
                        SELECT turn_key FROM messages
                        WHERE conversation_id = :conversation AND direction = 'out' AND starts_with(turn_key, :prefix)
                        """)
                .bind("conversation", conversation)
                .bind("prefix", Announcer.keys(asked.group()))
                .mapTo(String.class)
                .list();
        String quoted = "_" + Announcer.quoted(asked.question()) + "_";
        keys.forEach(key -> replace(handle, conversation, key, quoted, "_" + GONE + "_"));
    }

    /// In what we said, and perhaps have still to send.
    private static void replace(Handle handle, long conversation, String key, String words, String gone) {
        handle.createUpdate("""
                        UPDATE messages SET content = jsonb_set(content, '{text}',
                                                                to_jsonb(replace(content ->> 'text', :words, :gone)))
                        WHERE conversation_id = :conversation AND direction = 'out' AND turn_key = :key
                        """)
                .bind("words", words)
                .bind("gone", gone)
                .bind("conversation", conversation)
                .bind("key", key)
                .execute();
        handle.createUpdate("""
                        UPDATE outbox SET body = jsonb_set(body, '{text}', to_jsonb(replace(body ->> 'text', :words, :gone)))
                        WHERE conversation_id = :conversation AND key = :key
                        """)
                .bind("words", words)
                .bind("gone", gone)
                .bind("conversation", conversation)
                .bind("key", key)
                .execute();
    }

    /// Where it was given up, and where it waits for its turn to be repeated.
    private static void eraseLetters(Handle handle, long conversation, MessageId meant) {
        handle.createUpdate("""
                        DELETE FROM dead_letters d USING inbox i
                        WHERE i.channel = :channel AND i.account = :account AND i.message_id = :id
                          AND d.message_id = :letter
                          AND (i.conversation_id = :conversation
                               OR i.conversation_id IS NULL
                                  AND EXISTS (SELECT FROM conversations c JOIN contact_aliases a USING (contact_id)
                                              WHERE c.id = :conversation
                                                AND a.congress_id = i.congress_id AND a.channel = i.channel
                                                AND CASE WHEN d.envelope IS JSON OBJECT
                                                    THEN d.envelope::json ->> 'replyTo' = a.alias ELSE false END))
                        """)
                .bind("channel", meant.channel().value())
                .bind("account", meant.account())
                .bind("id", meant.providerId())
                .bind("conversation", conversation)
                .bind("letter", meant.value())
                .execute();
        // Its edits that were given up.
        handle.createUpdate("""
                        DELETE FROM dead_letters d USING inbox i
                        WHERE i.conversation_id = :conversation AND i.status = 'dead'
                          AND d.message_id = i.channel || ':' || i.account || ':' || i.message_id
                          AND CASE WHEN d.envelope IS JSON OBJECT
                              THEN d.envelope::json #>> '{content,originalId}' = :id ELSE false END
                        """)
                .bind("conversation", conversation)
                .bind("id", meant.providerId())
                .execute();
        handle.createUpdate("""
                        DELETE FROM intake w USING inbox i
                        WHERE i.channel = w.channel AND i.account = w.account AND i.message_id = w.message_id
                          AND i.conversation_id = :conversation
                          AND w.channel = :channel AND w.account = :account AND w.message_id = :id
                        """)
                .bind("conversation", conversation)
                .bind("channel", meant.channel().value())
                .bind("account", meant.account())
                .bind("id", meant.providerId())
                .execute();
    }

    private static Optional<Content> read(String json) {
        try {
            return Optional.of(Json.read(json, Content.class));
        } catch (JsonProcessingException _) {
            return Optional.empty(); // of a newer version: blanked whatever it is
        }
    }
}
