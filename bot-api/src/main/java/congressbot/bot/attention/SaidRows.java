package congressbot.bot.attention;

import congressbot.wire.Json;
import congressbot.wire.message.Option;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// What was said in a chat beside the bot's replies: rows of `messages`.
final class SaidRows {
    private SaidRows() {}

    /// Who said it.
    enum By {
        /// An account of the panel.
        ACCOUNT,
        /// The bot, about a person who comes or goes.
        NOTICE
    }

    /// A text, and who says it.
    ///
    /// @param name of the account; empty for a notice
    record Said(String text, By by, String name) {}

    /// The form in which the transcript holds a text.
    private record Content(String text, List<Option> options) {}

    /// Adds it to the transcript.
    ///
    /// @param key names it, as it does in the outbox
    /// @return false when it stands there already
    static boolean add(Handle handle, Chat chat, String key, Said said, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step,
                                              delivery, at, said_by, said_by_name)
                        VALUES (:congress, :conversation, 'out', :key, :content::jsonb, :step, 'pending', :now, :by,
                                nullif(:name, ''))
                        ON CONFLICT (conversation_id, turn_key) WHERE direction = 'out' DO NOTHING
                        """)
                        .bind("congress", chat.congress())
                        .bind("conversation", chat.id())
                        .bind("key", key)
                        .bind("content", Json.write(new Content(said.text(), List.of())))
                        .bind("step", chat.step().name())
                        .bind("now", now)
                        .bind("by", said.by().name().toLowerCase(Locale.ROOT))
                        .bind("name", said.name())
                        .execute()
                == 1;
    }

    /// Whether these very words stand under a key.
    static boolean stands(Handle handle, Chat chat, String key, String text) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM messages
                                       WHERE congress_id = :congress AND conversation_id = :conversation
                                         AND direction = 'out' AND turn_key = :key AND content ->> 'text' = :text)
                        """)
                .bind("congress", chat.congress())
                .bind("conversation", chat.id())
                .bind("key", key)
                .bind("text", text)
                .mapTo(Boolean.class)
                .one();
    }
}
