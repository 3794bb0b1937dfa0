package congressbot.bot.conversation;

import congressbot.bot.attention.Attention;
import congressbot.bot.outbox.TurnReply;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.OutgoingMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/// What every turn writes, in one statement: the conversation moves on, the messages are noted, what
/// was said is written down both ways, and the reply is to be sent. PostgreSQL is asked once, and
/// commits once, for a turn that does nothing else.
final class TurnRows {
    private static final String BEGUN = statement(
            Inbox.KNOWN, Conversations.BEGUN, Headway.NOTED, Inbox.NOTED, Transcript.WRITTEN, TurnReply.ADDED);
    private static final String MOVED_ON = statement(
            Inbox.KNOWN, Conversations.MOVED_ON, Headway.NOTED, Inbox.NOTED, Transcript.WRITTEN, TurnReply.ADDED);

    /// Of a conversation that moved on before, in the same transaction.
    private static final String SAID = statement(
            "known AS (SELECT WHERE false)",
            "kept AS (SELECT :conversation::bigint AS id)",
            Transcript.WRITTEN,
            TurnReply.ADDED);

    /// What became of a statement.
    sealed interface Written {
        /// It is written.
        ///
        /// @param olderReplies keys of older replies of the conversation that are not known to be sent;
        ///     empty when nothing that was said is written yet
        record Done(long conversation, Optional<List<String>> olderReplies) implements Written {}

        /// The conversation moved on, or began, meanwhile: nothing was written.
        record OutOfDate() implements Written {}

        /// One of the messages took effect before, or its change came before it: nothing was written.
        record KnownMessages() implements Written {}
    }

    /// What is written down and sent.
    private record Words(List<Transcript.Line> lines, Optional<OutgoingMessage> outgoing) {
        static final Words NONE = new Words(List.of(), Optional.empty());
    }

    /// Writes the whole turn.
    ///
    /// @param contact whose conversation it is
    Written whole(Handle handle, Turn turn, long contact, Instant now) {
        return written(
                handle, turn, contact, turn.ids(), words(turn, turn.plan().heard(), now), now);
    }

    /// Writes a turn but for what is said in it.
    ///
    /// @param ids of the messages that are to be noted
    Written silently(Handle handle, Turn turn, long contact, List<MessageId> ids, Instant now) {
        Written written = written(handle, turn, contact, ids, Words.NONE, now);
        return written instanceof Written.Done(long conversation, var _)
                ? new Written.Done(conversation, Optional.empty())
                : written;
    }

    /// Writes down what was heard and what is said in a turn that [#silently] wrote.
    ///
    /// @return keys of older replies of the conversation that are not known to be sent
    List<String> said(Handle handle, Turn turn, long conversation, List<Uttered> heard, Instant now) {
        Words words = words(turn, heard, now);
        Query query =
                handle.createQuery(SAID).bind("conversation", conversation).bind("congress", turn.congress());
        return bound(query, turn, words, now).map((row, _) -> strings(row)).one();
    }

    private static Written written(
            Handle handle, Turn turn, long contact, List<MessageId> ids, Words words, Instant now) {
        OptionalLong conversation = turn.before().conversation();
        Query query = conversation.isPresent()
                ? handle.createQuery(MOVED_ON)
                        .bind("conversation", conversation.getAsLong())
                        .bind("version", turn.before().version())
                        .bind("before", turn.before().attention().map(Attention::word))
                : handle.createQuery(BEGUN).bind("conversation", (Long) null).bind("contact", contact);
        Conversations.bind(query, turn);
        Inbox.bind(query, turn, ids);
        Headway.of(turn, now).bind(query);
        try {
            return bound(query, turn, words, now).map((row, _) -> written(row)).one();
        } catch (JdbiException e) {
            if (Inbox.isNotedMeanwhile(e)) {
                return new Written.KnownMessages();
            }
            throw e;
        }
    }

    private static Query bound(Query query, Turn turn, Words words, Instant now) {
        query.bind("turn", turn.key());
        return TurnReply.bind(Transcript.bind(query, words.lines()), words.outgoing(), now);
    }

    /// Only a person's words are heard here: those of the organisers have no turn.
    private static Words words(Turn turn, List<Uttered> heard, Instant now) {
        Plan plan = turn.plan();
        Stream<Transcript.Line> lines = heard.stream()
                .filter(uttered -> !(uttered.message().content() instanceof Content.FromStaff))
                .flatMap(uttered -> Transcript.Line.of(uttered).stream());
        if (!plan.speaks()) {
            return new Words(lines.toList(), Optional.empty());
        }
        Transcript.Said said =
                new Transcript.Said(plan.reply(), plan.options(), plan.next().step());
        boolean sent =
                !turn.last().channel().equals(ChannelName.CHAT); // there the caller's HTTP answer is the delivery
        return new Words(
                Stream.concat(lines, Stream.of(Transcript.Line.of(said, now))).toList(),
                sent ? Optional.of(turn.outgoing()) : Optional.empty());
    }

    private static Written written(ResultSet row) throws SQLException {
        if (row.getBoolean("known")) {
            return new Written.KnownMessages();
        }
        long conversation = row.getLong("id");
        return row.wasNull() ? new Written.OutOfDate() : new Written.Done(conversation, Optional.of(strings(row)));
    }

    private static List<String> strings(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("older").getArray());
    }

    private static String statement(String... parts) {
        return """
                WITH %s
                SELECT (SELECT id FROM kept) AS id, EXISTS (SELECT FROM known) AS known,
                       ARRAY(SELECT key FROM older) AS older
                """.formatted(String.join(", ", parts));
    }
}
