package congressbot.bot.attention;

import congressbot.bot.account.Right;
import congressbot.bot.account.Role;
import congressbot.bot.congress.Congress;
import congressbot.bot.mail.AlertLetter;
import congressbot.bot.outbox.Outbox;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `alerts`: what the organisers should look at, in the panel and by mail.
public final class Alerts {
    /// No chat is mailed about more often.
    static final Duration BETWEEN_MAILS = Duration.ofHours(1);

    /// Alerts that the bell shows.
    private static final int MOST_SHOWN = 20;

    /// Accounts that a mail goes to.
    private static final int MOST_MAILED = 10;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final URI chats;
    private final InstantSource time;

    /// @param chats where the organisers read them, with a slash at the end
    public Alerts(Jdbi jdbi, Outbox outbox, URI chats, InstantSource time) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.chats = chats;
        this.time = time;
    }

    /// Raises an alert in the transaction of what it is about. One that is open of the same kind is
    /// raised again.
    public void raise(Handle handle, Congress congress, long conversation, Alert.Kind kind) {
        Instant now = time.instant();
        boolean mails = handle.createQuery("""
                        INSERT INTO alerts AS alert (congress_id, conversation_id, kind, raised_at, mailed_at)
                        SELECT :congress, :conversation, :kind, :now,
                               CASE WHEN NOT EXISTS (SELECT FROM alerts
                                                     WHERE conversation_id = :conversation AND mailed_at > :recent)
                                   THEN CAST(:now AS timestamptz) END
                        ON CONFLICT (conversation_id, kind) WHERE closed_at IS NULL
                        DO UPDATE SET raised_at = excluded.raised_at,
                                      mailed_at = coalesce(excluded.mailed_at, alert.mailed_at)
                        RETURNING mailed_at IS NOT DISTINCT FROM CAST(:now AS timestamptz)
                        """)
                .bind("congress", congress.id())
                .bind("conversation", conversation)
                .bind("kind", kind.word())
                .bind("now", now)
                .bind("recent", now.minus(BETWEEN_MAILS))
                .mapTo(Boolean.class)
                .one();
        if (mails) {
            mail(handle, congress, conversation, kind, now);
        }
    }

    private void mail(Handle handle, Congress congress, long conversation, Alert.Kind kind, Instant now) {
        URI page = chats.resolve(Long.toString(conversation));
        List<String> all = addressees(handle, congress);
        for (int i = 0; i < all.size(); i++) {
            // No registration has a number of this form: a mail about a chat goes with the chat.
            String key = "alert:" + mailOf(conversation) + ":" + now.toEpochMilli() + ":" + i;
            outbox.addMail(handle, congress.id(), AlertLetter.of(key, all.get(i), congress, kind.word(), page), now);
        }
    }

    /// The address that the organisers named for it, else everybody who answers in chats, else their
    /// contact's.
    public static List<String> addressees(Handle handle, Congress congress) {
        return congress.attendance()
                .email()
                .map(List::of)
                .or(() -> Optional.of(accounts(handle, congress)).filter(all -> !all.isEmpty()))
                .or(() -> congress.contact().email().map(List::of))
                .orElse(List.of());
    }

    private static List<String> accounts(Handle handle, Congress congress) {
        List<String> roles = Arrays.stream(Role.values())
                .filter(role -> role.may(Right.ANSWER_CHATS))
                .map(Role::code)
                .toList();
        return handle.createQuery("""
                        SELECT email FROM accounts
                        WHERE congress_id = :congress AND role = ANY (:roles) AND disabled_at IS NULL
                          AND password_hash IS NOT NULL
                        ORDER BY id LIMIT :most
                        """)
                .bind("congress", congress.id())
                .bindArray("roles", String.class, roles)
                .bind("most", MOST_MAILED)
                .mapTo(String.class)
                .list();
    }

    private static String mailOf(long conversation) {
        return "c" + conversation;
    }

    /// The newest open alerts.
    public List<Alert> open(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.id, a.conversation_id, a.kind, a.raised_at, c.phone,
                               c.state #>> '{answers,NAME,value}' AS told_name,
                               (SELECT full_name FROM participants p
                                WHERE p.conversation_id = c.id ORDER BY p.id DESC LIMIT 1) AS full_name
                        FROM alerts a JOIN conversations c ON c.id = a.conversation_id
                        WHERE a.congress_id = :congress AND a.closed_at IS NULL
                        ORDER BY a.raised_at DESC, a.id DESC LIMIT :most
                        """)
                .bind("congress", congress)
                .bind("most", MOST_SHOWN)
                .map((row, _) -> alert(row))
                .list());
    }

    /// How many chats have an open alert.
    public int count(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(DISTINCT conversation_id) FROM alerts
                        WHERE congress_id = :congress AND closed_at IS NULL
                        """)
                .bind("congress", congress)
                .mapTo(Integer.class)
                .one());
    }

    /// Somebody looks after the chat: its alerts are done with.
    ///
    /// @return whether there was any
    static boolean close(Handle handle, long conversation, String by, Instant now) {
        return handle.createUpdate("""
                        UPDATE alerts SET closed_at = :now, closed_by = :by
                        WHERE conversation_id = :conversation AND closed_at IS NULL
                        """)
                        .bind("now", now)
                        .bind("by", by)
                        .bind("conversation", conversation)
                        .execute()
                > 0;
    }

    /// Deletes what tells of one chat, and the mails about it.
    public static void erase(Handle handle, long conversation) {
        handle.createUpdate("DELETE FROM alerts WHERE conversation_id = :conversation")
                .bind("conversation", conversation)
                .execute();
        handle.createUpdate("DELETE FROM outbox WHERE kind = 'mail' AND starts_with(key, :prefix)")
                .bind("prefix", "alert:" + mailOf(conversation) + ":")
                .execute();
    }

    /// Deletes old ones, a batch at a time.
    ///
    /// @return how many were deleted
    static int forget(Handle handle, Instant before, int atMost) {
        return handle.createUpdate("""
                        DELETE FROM alerts WHERE id IN (SELECT id FROM alerts WHERE raised_at < :before LIMIT :most)
                        """)
                .bind("before", before)
                .bind("most", atMost)
                .execute();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getLong("conversation_id"),
                Alert.Kind.read(row.getString("kind")),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                ChatList.who(row));
    }
}
