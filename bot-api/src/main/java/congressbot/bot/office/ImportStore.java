package congressbot.bot.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import congressbot.bot.account.Witness;
import congressbot.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables `imports` and `import_rows`: what files say, before and after it is carried out.
public final class ImportStore {
    /// So long a file can be taken back. The page says so.
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int FORGOTTEN_AT_ONCE = 10;

    private static final String HELD = "import ";

    private static final String IMPORT = """
            SELECT id, by_name, file_name, status, added, changed, unchanged, faulty, overtaken, kept, created_at
            FROM imports
            WHERE congress_id = :congress
            """;

    private final Jdbi jdbi;

    public ImportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// How far a file has come; the constants are the values of the column, in capitals.
    public enum State {
        READING,
        READ,
        /// Some of its rows are stored: it is being carried out, or that broke off.
        APPLYING,
        APPLIED,
        /// Some of its rows are taken back: it is being taken back, or that broke off.
        UNDOING,
        UNDONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a row would do; the constants are the values of the column, in capitals.
    public enum Kind {
        ADDED,
        CHANGED,
        FAULTY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Rows of a file by what they would do.
    public record Counts(int added, int changed, int unchanged, int faulty) {
        /// Rows that would be carried out.
        public int effective() {
            return added + changed;
        }
    }

    /// A file.
    ///
    /// @param overtaken rows that were not carried out because others were faster
    /// @param kept rows that were not taken back because they were changed since
    public record Import(
            long id, String by, String file, State state, Counts counts, int overtaken, int kept, Instant at) {}

    /// A row that says something.
    ///
    /// @param about the registration, where there is one
    /// @param old values before, by column
    /// @param fields values to be, by column
    /// @param faults what is wrong, by [Column#code]
    public record Line(
            int line,
            Kind kind,
            OptionalLong about,
            Optional<Instant> seen,
            String label,
            Map<String, String> old,
            Map<String, String> fields,
            Map<String, String> faults) {
        @Override
        public String toString() {
            return "Line[" + line + ", " + kind + "]";
        }
    }

    long begin(Witness witness, String file, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO imports (congress_id, account_id, by_name, file_name, status, created_at)
                        VALUES (:congress, :account, :name, :file, 'reading', :now)
                        RETURNING id
                        """)
                .bind("congress", witness.congress())
                .bind("account", witness.account())
                .bind("name", witness.name())
                .bind("file", file)
                .bind("now", now)
                .mapTo(Long.class)
                .one());
    }

    void add(String congress, long id, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO import_rows (congress_id, import_id, line, kind, participant_id, seen, label, fields, old,
                                             faults)
                    VALUES (:congress, :import, :line, :kind, :about, :seen, :label, :fields::jsonb, :old::jsonb,
                            :faults::jsonb)
                    """);
            for (Line line : lines) {
                batch.bind("congress", congress)
                        .bind("import", id)
                        .bind("line", line.line())
                        .bind("kind", line.kind().code())
                        .bind("about", line.about())
                        .bind("seen", line.seen())
                        .bind("label", line.label())
                        .bind("fields", Json.write(line.fields()))
                        .bind("old", Json.write(line.old()))
                        .bind("faults", Json.write(line.faults()))
                        .add();
            }
            batch.execute();
        });
    }

    void finish(long id, Counts counts) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE imports SET status = 'read', added = :added, changed = :changed, unchanged = :unchanged,
                                           faulty = :faulty
                        WHERE id = :id
                        """).bindMethods(counts).bind("id", id).execute());
    }

    /// Forgets a file, with its rows.
    void drop(String congress, long id) {
        jdbi.useHandle(handle -> drop(handle, congress, id));
    }

    void drop(Handle handle, String congress, long id) {
        handle.createUpdate("""
                        DELETE FROM imports WHERE id = :id AND congress_id = :congress AND status IN ('reading', 'read')
                        """).bind("id", id).bind("congress", congress).execute();
    }

    /// Keeps others from carrying a file out or taking it back, over many transactions: until it is released or the
    /// connection ends, as it does with the process.
    ///
    /// @return false when somebody else holds it
    boolean hold(Handle handle, long id) {
        return handle.createQuery("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
                .bind("name", HELD + id)
                .mapTo(Boolean.class)
                .one();
    }

    void release(Handle handle, long id) {
        handle.createQuery("SELECT pg_advisory_unlock(hashtextextended(:name, 0))")
                .bind("name", HELD + id)
                .mapTo(Boolean.class)
                .one();
    }

    void mark(Handle handle, long id, State state) {
        handle.createUpdate("UPDATE imports SET status = :status WHERE id = :id")
                .bind("status", state.code())
                .bind("id", id)
                .execute();
    }

    public Optional<Import> find(String congress, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(IMPORT + " AND id = :id AND status <> 'reading'")
                .bind("congress", congress)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne());
    }

    /// The same, and nobody else carries it out or takes it back until the end of the transaction.
    Optional<Import> lock(Handle handle, String congress, long id) {
        return handle.createQuery(IMPORT + " AND id = :id AND status <> 'reading' FOR UPDATE")
                .bind("congress", congress)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /// The last ones, newest first.
    public List<Import> newest(String congress, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery(IMPORT + " AND status <> 'reading' ORDER BY id DESC LIMIT :most")
                        .bind("congress", congress)
                        .bind("most", most)
                        .map((row, _) -> read(row))
                        .list());
    }

    /// Rows of one kind, in the order of the file.
    ///
    /// @param after only those below this line
    public List<Line> lines(String congress, long id, Kind kind, int after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT line, kind, participant_id, seen, label, old, fields, faults FROM import_rows
                        WHERE congress_id = :congress AND import_id = :import AND kind = :kind AND line > :after
                        ORDER BY line
                        LIMIT :most
                        """)
                .bind("congress", congress)
                .bind("import", id)
                .bind("kind", kind.code())
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> line(row))
                .list());
    }

    /// Forgets a batch of files that came long ago. What they changed stays.
    ///
    /// @return whether there may be more
    public boolean forgetSome(Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                DELETE FROM imports
                                WHERE id IN (SELECT id FROM imports WHERE created_at < :before LIMIT :most)
                                """)
                        .bind("before", now.minus(KEPT))
                        .bind("most", FORGOTTEN_AT_ONCE)
                        .execute()
                == FORGOTTEN_AT_ONCE);
    }

    private static Import read(ResultSet row) throws SQLException {
        return new Import(
                row.getLong("id"),
                row.getString("by_name"),
                row.getString("file_name"),
                State.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                new Counts(row.getInt("added"), row.getInt("changed"), row.getInt("unchanged"), row.getInt("faulty")),
                row.getInt("overtaken"),
                row.getInt("kept"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Line line(ResultSet row) throws SQLException {
        long about = row.getLong("participant_id");
        return new Line(
                row.getInt("line"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                about == 0 ? OptionalLong.empty() : OptionalLong.of(about),
                Optional.ofNullable(row.getObject("seen", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getString("label"),
                map(row.getString("old")),
                map(row.getString("fields")),
                map(row.getString("faults")));
    }

    private static Map<String, String> map(String json) {
        try {
            return new TreeMap<>(Json.MAPPER.readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored row that this version cannot read", e);
        }
    }
}
