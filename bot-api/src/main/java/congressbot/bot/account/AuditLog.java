package congressbot.bot.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `audit_log`: who did what with other people's data. It is written in the transaction of
/// the deed, and nothing in it is ever changed.
public final class AuditLog {
    private final Jdbi jdbi;
    private final InstantSource time;

    public AuditLog(Jdbi jdbi, InstantSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /// A line of the log.
    public record Entry(long id, Instant at, String who, String deed, Subject subject) {
        @Override
        public String toString() {
            return "Entry[" + id + ", " + deed + ", " + subject + "]";
        }
    }

    /// What is looked for.
    ///
    /// @param account whose deeds; empty for everybody's
    /// @param deed its code; empty for any
    /// @param below only lines with a lower number
    public record Wanted(OptionalLong account, Optional<String> deed, OptionalLong below) {}

    public void note(Handle handle, Witness witness, Deed deed, Subject subject) {
        handle.createUpdate("""
                        INSERT INTO audit_log (congress_id, account_id, account_name, deed, subject_kind, subject_id, at)
                        VALUES (:congress, :account, :name, :deed, :kind, :id, :at)
                        """)
                .bind("congress", witness.congress())
                .bind("account", witness.account())
                .bind("name", witness.name())
                .bind("deed", deed.code())
                .bind("kind", subject.kind())
                .bind("id", subject.id())
                .bind("at", time.instant())
                .execute();
    }

    /// The same where the deed changes nothing: a reading.
    public void note(Witness witness, Deed deed, Subject subject) {
        jdbi.useHandle(handle -> note(handle, witness, deed, subject));
    }

    /// The same of several things at once.
    public void note(Witness witness, Deed deed, List<Subject> subjects) {
        jdbi.useTransaction(handle -> subjects.forEach(subject -> note(handle, witness, deed, subject)));
    }

    /// Notes a deed that an account may do only so often; two at once are counted one after the other.
    ///
    /// @return false when it was done as often as that since then: nothing was noted
    public boolean noteAtMost(int times, Instant since, Witness witness, Deed deed, Subject subject) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                    .bind("name", "audit " + deed.code() + " " + witness.account())
                    .mapTo(String.class)
                    .one();
            if (count(handle, witness, deed, since) >= times) {
                return false;
            }
            note(handle, witness, deed, subject);
            return true;
        });
    }

    private static int count(Handle handle, Witness witness, Deed deed, Instant since) {
        return handle.createQuery("""
                        SELECT count(*) FROM audit_log
                        WHERE account_id = CAST(:account AS bigint) AND deed = :deed AND at > :since
                        """)
                .bind("account", witness.account())
                .bind("deed", deed.code())
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    /// The newest lines first.
    public List<Entry> read(String congress, Wanted wanted, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, at, account_name, deed, subject_kind, subject_id
                        FROM audit_log
                        WHERE congress_id = :congress
                          AND (CAST(:account AS bigint) IS NULL OR account_id = :account)
                          AND (CAST(:deed AS text) IS NULL OR deed = :deed)
                          AND (CAST(:below AS bigint) IS NULL OR id < :below)
                        ORDER BY id DESC
                        LIMIT :most
                        """)
                .bind("congress", congress)
                .bind("account", wanted.account())
                .bind("deed", wanted.deed())
                .bind("below", wanted.below())
                .bind("most", most)
                .map((row, _) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account_name"),
                row.getString("deed"),
                new Subject(row.getString("subject_kind"), row.getString("subject_id")));
    }
}
