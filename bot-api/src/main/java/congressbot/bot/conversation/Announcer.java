package congressbot.bot.conversation;

import congressbot.bot.outbox.Outbox;
import congressbot.bot.text.Language;
import congressbot.bot.text.Text;
import congressbot.bot.text.Texts;
import congressbot.bot.text.Tongues;
import congressbot.wire.bot.Step;
import congressbot.wire.gateway.SendCause;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.message.WellFormed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Says something in a chat that nobody there has just asked for.
public final class Announcer {
    /// Longest question that is quoted, in characters.
    private static final int QUOTED = 300;

    private final Transcript transcript;
    private final Outbox outbox;
    private final Tongues tongues;

    public Announcer(Jdbi jdbi, Outbox outbox, Tongues tongues) {
        this.transcript = new Transcript(jdbi);
        this.outbox = outbox;
        this.tongues = tongues;
    }

    /// Names the message that tells somebody the answer to a question which had none.
    public static String key(long group, long conversation) {
        return keys(group) + conversation;
    }

    /// How the names of all messages that tell the answer to these questions begin.
    static String keys(long group) {
        return SendCause.LATE_ANSWER.key(group + ":");
    }

    /// Her question, on one line, and without the marks that would make it look like ours.
    public static String quoted(String question) {
        return WellFormed.cut(question.replaceAll("[\\s_*~`]+", " ").strip(), QUOTED);
    }

    /// Where a chat is, and how it is spoken in.
    private record Chat(ChannelName channel, String account, String replyTo, Step step, Language language) {}

    /// Writes it into the transcript and the outbox, within the caller's transaction. The chat stands
    /// still meanwhile: it is not erased between the look and the message.
    ///
    /// @param key names the cause: said once, whatever happens
    /// @return false when the chat cannot be reached: it was erased, its channel only answers, or a
    ///     person talks there
    public boolean say(Handle handle, String congress, long conversation, String key, Text text, Instant now) {
        Optional<Chat> chat = chat(handle, congress, conversation, now);
        if (chat.isEmpty()) {
            return false;
        }
        Chat where = chat.get();
        Texts texts = tongues.of(where.language()).texts();
        String words = texts.reply(List.of(text), Optional.empty(), List.of());
        Transcript.Said said = new Transcript.Said(words, List.of(), where.step());
        transcript.addSaid(handle, congress, conversation, key, said, now);
        OutgoingMessage message =
                new OutgoingMessage(where.replyTo(), where.channel(), where.account(), words, List.of());
        outbox.addReply(handle, congress, conversation, key, message, now);
        return true;
    }

    private static Optional<Chat> chat(Handle handle, String congress, long conversation, Instant now) {
        return handle.createQuery("""
                        SELECT channel, account, reply_to, step, language FROM conversations
                        WHERE id = :conversation AND congress_id = :congress
                          AND reply_to <> '' AND channel <> :answeredOnly
                          AND (coalesce(attention, 'waiting') = 'waiting' OR attention_until <= :now)
                        FOR UPDATE
                        """)
                .bind("conversation", conversation)
                .bind("congress", congress)
                .bind("answeredOnly", ChannelName.CHAT.value())
                .bind("now", now)
                .map((row, _) -> new Chat(
                        new ChannelName(row.getString("channel")),
                        row.getString("account"),
                        row.getString("reply_to"),
                        Step.valueOf(row.getString("step")),
                        Language.of(row.getString("language"))))
                .findOne();
    }
}
