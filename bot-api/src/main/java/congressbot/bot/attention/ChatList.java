package congressbot.bot.attention;

import congressbot.bot.registration.Covering;
import congressbot.bot.registration.PhoneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The chats of a congress, those first in which somebody wrote last.
public final class ChatList {
    /// Chats on a page.
    public static final int PAGE = 40;

    /// Characters of the last message that are shown.
    private static final int PREVIEW = 140;

    private final Jdbi jdbi;
    private final InstantSource time;

    public ChatList(Jdbi jdbi, InstantSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /// Which chats are shown.
    public enum Filter {
        ALL,
        /// Somebody of the organisers should read something.
        UNREAD,
        /// A person is wanted, and nobody answers.
        WAITING,
        TAKEN,
        /// Taken over by this account, or assigned to it.
        MINE
    }

    /// A place in the list.
    public record Position(Instant lastSeen, long id) {}

    /// What is looked for.
    ///
    /// @param account whose list it is
    /// @param words of a name or digits of a phone; empty for any
    /// @param below only chats after this one
    public record Wanted(String congress, long account, Filter filter, String words, Optional<Position> below) {}

    /// One more than a page holds, when there are more.
    public List<ChatLine> find(Wanted wanted) {
        String digits = wanted.words().replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        List<String> phones =
                PhoneLine.forms(digits).stream().map(form -> "%" + form + "%").toList();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.id, c.channel, c.step, c.attention, c.attention_until, c.unread, c.assignee_name,
                               c.last_seen_at, c.phone, c.state #>> '{answers,NAME,value}' AS told_name,
                               p.full_name, t.account_name AS holder, m.content, m.direction,
                               coalesce(p.passport, c.state #>> '{answers,CPF,number}',
                                        c.state #>> '{registration,document,number}') AS passport,
                               EXISTS (SELECT FROM alerts a
                                       WHERE a.conversation_id = c.id AND a.closed_at IS NULL) AS alerted
                        FROM conversations c
                        LEFT JOIN takeovers t ON t.conversation_id = c.id AND t.ended_at IS NULL
                        LEFT JOIN LATERAL (SELECT full_name, passport FROM participants
                                           WHERE conversation_id = c.id ORDER BY id DESC LIMIT 1) p ON true
                        LEFT JOIN LATERAL (SELECT content, direction FROM messages
                                           WHERE conversation_id = c.id ORDER BY id DESC LIMIT 1) m ON true
                        WHERE c.congress_id = :congress
                          AND (CAST(:below AS timestamptz) IS NULL OR (c.last_seen_at, c.id) < (:below, :belowId))
                          AND CASE :filter
                              WHEN 'ALL' THEN true
                              WHEN 'UNREAD' THEN c.unread > 0
                              WHEN 'WAITING' THEN c.attention IS DISTINCT FROM 'taken'
                                  AND (c.attention IS NOT NULL AND c.attention_until > :now
                                       OR EXISTS (SELECT FROM alerts a
                                                  WHERE a.conversation_id = c.id AND a.closed_at IS NULL))
                              WHEN 'TAKEN' THEN c.attention = 'taken'
                              ELSE c.assignee_id = :account OR t.account_id = :account END
                          AND (:words = ''
                               OR EXISTS (SELECT FROM participants p
                                          WHERE p.conversation_id = c.id
                                            AND unaccent(lower(p.full_name)) LIKE unaccent(lower(:name)))
                               OR unaccent(lower(c.state #>> '{answers,NAME,value}')) LIKE unaccent(lower(:name))
                               OR (:digits <> '' AND c.phone LIKE ANY (:phones)))
                        ORDER BY c.last_seen_at DESC, c.id DESC
                        LIMIT :most
                        """)
                .bind("congress", wanted.congress())
                .bind("account", wanted.account())
                .bind("filter", wanted.filter().name())
                .bind("words", wanted.words())
                .bind("name", "%" + escaped(wanted.words()) + "%")
                .bind("digits", digits)
                .bindArray("phones", String.class, phones)
                .bind("below", wanted.below().map(Position::lastSeen))
                .bind("belowId", wanted.below().map(Position::id))
                .bind("now", time.instant())
                .bind("most", PAGE + 1)
                .map((row, _) -> line(row))
                .list());
    }

    /// What a filter finds, as far as somebody has to look at it.
    ///
    /// @param unread chats with unread messages
    /// @param waiting chats in which a person is wanted
    /// @param taken chats that are taken over
    public record Counts(int unread, int waiting, int taken) {}

    public Counts count(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FILTER (WHERE unread > 0) AS unread,
                               count(*) FILTER (WHERE attention = 'taken') AS taken,
                               (SELECT count(DISTINCT conversation_id) FROM alerts
                                WHERE congress_id = :congress AND closed_at IS NULL) AS waiting
                        FROM conversations
                        WHERE congress_id = :congress AND (unread > 0 OR attention IS NOT NULL)
                        """)
                .bind("congress", congress)
                .map((row, _) -> new Counts(row.getInt("unread"), row.getInt("waiting"), row.getInt("taken")))
                .one());
    }

    private static String escaped(String words) {
        return words.strip().replaceAll("([\\\\%_])", "\\\\$1").replaceAll("\\s+", "%");
    }

    private static ChatLine line(ResultSet row) throws SQLException {
        String content = row.getString("content");
        String direction = row.getString("direction");
        Covering covering = Covering.with(
                Optional.ofNullable(row.getString("passport")).stream().toList());
        // Covered before it is cut: half a document is none that anybody would recognise.
        String preview = content == null ? "" : covering.in(Bubble.words(direction.equals("in"), content));
        return new ChatLine(
                row.getLong("id"),
                who(row),
                row.getString("channel"),
                row.getString("step"),
                Attention.read(row).map(Attention::kind),
                Optional.ofNullable(row.getString("holder")),
                Optional.ofNullable(row.getString("assignee_name")),
                row.getInt("unread"),
                row.getBoolean("alerted"),
                preview.length() > PREVIEW ? preview.substring(0, PREVIEW) + "…" : preview,
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
    }

    static String who(ResultSet row) throws SQLException {
        Optional<String> told = Optional.ofNullable(row.getString("told_name"));
        Optional<String> phone = Optional.ofNullable(row.getString("phone"));
        return Optional.ofNullable(row.getString("full_name"))
                .or(() -> told)
                .or(() -> phone)
                .orElse("");
    }
}
