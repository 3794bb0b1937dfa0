package congressbot.bot.attention;

import congressbot.bot.registration.Covering;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads one chat for the organisers: who it is, who answers, what was said, what was noted.
public final class ChatReader {
    /// Messages on a page.
    public static final int PAGE = 80;

    /// Notes that are shown.
    private static final int NOTES = 100;

    private final Jdbi jdbi;

    public ChatReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Who it is with, and who answers.
    ///
    /// @param who the name that she gave, else her phone; empty when nobody knows either
    /// @param attention why the bot is silent, if it is
    /// @param takeover of whoever has it
    /// @param alerts what is to be looked at
    /// @param registrations numbers of the registrations that were made in it
    /// @param likely numbers of other registrations whose phone may be the chat's: somebody has to ask
    /// @param reachable whether words can be sent there
    public record Head(
            long id,
            String who,
            Optional<String> phone,
            String channel,
            String language,
            String step,
            Optional<Attention> attention,
            Optional<Takeover> takeover,
            OptionalLong assignee,
            Optional<String> assigneeName,
            int unread,
            List<Alert.Kind> alerts,
            List<Long> registrations,
            List<Long> likely,
            boolean reachable) {
        public Head {
            alerts = List.copyOf(alerts);
            registrations = List.copyOf(registrations);
            likely = List.copyOf(likely);
        }

        /// Whether the bot is silent at this moment.
        public boolean isSilent(Instant now) {
            return attention.filter(kept -> kept.isOn(now)).isPresent();
        }

        public boolean isHeldBy(long account) {
            return takeover.filter(held -> held.isBy(OptionalLong.of(account))).isPresent();
        }

        /// Without name and phone, which are personal.
        @Override
        public String toString() {
            return "Head[" + id + "]";
        }
    }

    /// Empty when there is no such chat in the congress.
    public Optional<Head> head(String congress, long conversation) {
        return jdbi.withHandle(handle -> {
            Optional<Takeover> takeover = AttentionRows.open(handle, congress, conversation);
            return handle.createQuery("""
                            SELECT c.id, c.channel, c.language, c.step, c.attention, c.attention_until, c.unread,
                                   c.assignee_id, c.assignee_name, c.phone, c.reply_to <> '' AS known,
                                   c.state #>> '{answers,NAME,value}' AS told_name,
                                   (SELECT full_name FROM participants p
                                    WHERE p.conversation_id = c.id ORDER BY id DESC LIMIT 1) AS full_name,
                                   (SELECT string_agg(kind, ',' ORDER BY raised_at DESC) FROM alerts a
                                    WHERE a.conversation_id = c.id AND a.closed_at IS NULL) AS alerts,
                                   (SELECT string_agg(id::text, ',' ORDER BY id) FROM participants p
                                    WHERE p.conversation_id = c.id) AS registrations,
                                   (SELECT string_agg(id::text, ',' ORDER BY id) FROM participants p
                                    WHERE p.congress_id = c.congress_id AND phone_line(p.phone) = phone_line(c.phone)
                                      AND p.conversation_id IS DISTINCT FROM c.id AND p.status = 'confirmed') AS likely
                            FROM conversations c WHERE c.id = :id AND c.congress_id = :congress
                            """)
                    .bind("id", conversation)
                    .bind("congress", congress)
                    .map((row, _) -> head(row, takeover))
                    .findOne();
        });
    }

    /// The chat into which another one went, because both were one person's.
    public OptionalLong mergedInto(String congress, long conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT m.into_id FROM merged_conversations m
                                WHERE m.id = :id AND m.congress_id = :congress
                                """)
                        .bind("id", conversation)
                        .bind("congress", congress)
                        .mapTo(Long.class)
                        .findOne())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// The newest messages up to a page, in the order in which they came.
    ///
    /// @param below only those before this one
    public List<Bubble> transcript(String congress, long conversation, OptionalLong below) {
        return new ArrayList<>(jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, direction, content, before_edit, delivery, at, said_by, said_by_name
                        FROM messages
                        WHERE conversation_id = :conversation AND congress_id = :congress
                          AND (CAST(:below AS bigint) IS NULL OR id < :below)
                        ORDER BY id DESC LIMIT :most
                        """)
                        .bind("conversation", conversation)
                        .bind("congress", congress)
                        .bind("below", below)
                        .bind("most", PAGE)
                        .map((row, _) -> bubble(row))
                        .list()))
                .reversed();
    }

    /// Covers the documents in what is said there: every CPF, and the passports that the person gave.
    public Covering covering(String congress, long conversation) {
        return Covering.with(jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT passport FROM participants
                        WHERE conversation_id = :conversation AND congress_id = :congress AND passport IS NOT NULL
                        UNION
                        SELECT told FROM conversations c
                        CROSS JOIN LATERAL (SELECT coalesce(c.state #>> '{answers,CPF,number}',
                                                            c.state #>> '{registration,document,number}') AS told) t
                        WHERE c.id = :conversation AND c.congress_id = :congress AND told IS NOT NULL
                        """)
                .bind("conversation", conversation)
                .bind("congress", congress)
                .mapTo(String.class)
                .list()));
    }

    /// One message.
    public Optional<Bubble> message(String congress, long conversation, long message) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, direction, content, before_edit, delivery, at, said_by, said_by_name
                        FROM messages
                        WHERE id = :id AND conversation_id = :conversation AND congress_id = :congress
                        """)
                .bind("id", message)
                .bind("conversation", conversation)
                .bind("congress", congress)
                .map((row, _) -> bubble(row))
                .findOne());
    }

    /// What the organisers told each other.
    public record Note(long id, String name, String text, Instant at) {
        /// The same with its documents covered.
        public Note covered(Covering covering) {
            return new Note(id, name, covering.in(text), at);
        }

        /// Without the words, which may be personal.
        @Override
        public String toString() {
            return "Note[" + id + "]";
        }
    }

    public List<Note> notes(String congress, long conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, account_name, text, at FROM conversation_notes
                        WHERE conversation_id = :conversation AND congress_id = :congress
                        ORDER BY id DESC LIMIT :most
                        """)
                .bind("conversation", conversation)
                .bind("congress", congress)
                .bind("most", NOTES)
                .map((row, _) -> new Note(
                        row.getLong("id"),
                        row.getString("account_name"),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
    }

    private static Head head(ResultSet row, Optional<Takeover> takeover) throws SQLException {
        long assignee = row.getLong("assignee_id");
        OptionalLong assigned = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(assignee);
        String channel = row.getString("channel");
        return new Head(
                row.getLong("id"),
                ChatList.who(row),
                Optional.ofNullable(row.getString("phone")),
                channel,
                row.getString("language"),
                row.getString("step"),
                Attention.read(row),
                takeover,
                assigned,
                Optional.ofNullable(row.getString("assignee_name")),
                row.getInt("unread"),
                split(row.getString("alerts")).stream().map(Alert.Kind::read).toList(),
                numbers(row.getString("registrations")),
                numbers(row.getString("likely")),
                row.getBoolean("known") && !channel.equals("chat"));
    }

    private static List<Long> numbers(@Nullable String joined) {
        return split(joined).stream().map(Long::valueOf).toList();
    }

    private static List<String> split(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }

    private static Bubble bubble(ResultSet row) throws SQLException {
        boolean heard = row.getString("direction").equals("in");
        String by = row.getString("said_by");
        Bubble.Row place = new Bubble.Row(
                row.getLong("id"),
                heard ? Bubble.By.PERSON : by == null ? Bubble.By.BOT : Bubble.By.valueOf(by.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("said_by_name")),
                Bubble.Delivery.valueOf(row.getString("delivery").toUpperCase(Locale.ROOT)),
                row.getObject("at", OffsetDateTime.class).toInstant());
        return heard
                ? Bubble.heard(place, row.getString("content"), Optional.ofNullable(row.getString("before_edit")))
                : Bubble.said(place, row.getString("content"));
    }
}
