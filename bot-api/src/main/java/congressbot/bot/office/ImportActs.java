package congressbot.bot.office;

import congressbot.bot.congress.Congress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/// Carries the rows of a file out and takes them back, some at a time: whoever waits for a registration, above all a
/// mail that was sent and whose row is to be ended, does not wait for the whole file. Rows whose registration was
/// changed meanwhile, or whose document or address is somebody else's by now, are left alone.
final class ImportActs {
    /// Rows by one transaction: it ends long before those who wait for its registrations give up.
    private static final int AT_ONCE = 500;

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String ADD = """
            WITH added AS (
                INSERT INTO participants (congress_id, full_name, badge_name, email, cpf, passport, country, phone, city,
                                          city_code, state, profile, status, email_shared, privacy_version, privacy_at,
                                          channel, created_at, updated_at)
                SELECT congress_id, fields->>'full_name', fields->>'badge_name', fields->>'email', fields->>'cpf',
                       fields->>'passport', fields->>'country', fields->>'phone', fields->>'city',
                       CAST(fields->>'city_code' AS integer), fields->>'state', fields->>'profile', fields->>'status',
                       :shared, :privacy, now(), 'import', now(), clock_timestamp()
                FROM import_rows
                WHERE import_id = :import AND kind = 'added' AND line BETWEEN :first AND :last AND outcome IS NULL
                ORDER BY line
                ON CONFLICT DO NOTHING
                RETURNING id, cpf, passport, updated_at
            )
            UPDATE import_rows SET participant_id = added.id, stored = added.updated_at, outcome = 'stored'
            FROM added
            WHERE import_id = :import AND kind = 'added' AND line BETWEEN :first AND :last
              AND coalesce(fields->>'cpf', fields->>'passport') = coalesce(added.cpf, added.passport)
            """;

    private static final String CHANGE = """
            WITH changed AS (
                UPDATE participants
                SET full_name = said.fields->>'full_name', badge_name = said.fields->>'badge_name',
                    email = said.fields->>'email', cpf = said.fields->>'cpf', passport = said.fields->>'passport',
                    country = said.fields->>'country', phone = said.fields->>'phone', city = said.fields->>'city',
                    city_code = CAST(said.fields->>'city_code' AS integer), state = said.fields->>'state',
                    profile = said.fields->>'profile', status = said.fields->>'status', updated_at = clock_timestamp()
                FROM import_rows said
                WHERE said.import_id = :import AND said.kind = 'changed' AND said.line BETWEEN :first AND :last
                  AND said.outcome IS NULL AND participants.id = said.participant_id
                  AND participants.congress_id = said.congress_id AND participants.updated_at = said.seen
                RETURNING said.line, participants.updated_at
            )
            UPDATE import_rows SET stored = changed.updated_at, outcome = 'stored'
            FROM changed
            WHERE import_id = :import AND import_rows.line = changed.line
            """;

    private static final String CHANGE_BACK = """
            WITH changed AS (
                UPDATE participants
                SET full_name = said.old->>'full_name', badge_name = said.old->>'badge_name',
                    email = said.old->>'email', cpf = said.old->>'cpf', passport = said.old->>'passport',
                    country = said.old->>'country', phone = said.old->>'phone', city = said.old->>'city',
                    city_code = CAST(said.old->>'city_code' AS integer), state = said.old->>'state',
                    profile = said.old->>'profile', status = said.old->>'status', updated_at = clock_timestamp()
                FROM import_rows said
                WHERE said.import_id = :import AND said.kind = 'changed' AND said.line BETWEEN :first AND :last
                  AND said.outcome = 'stored' AND participants.id = said.participant_id
                  AND participants.congress_id = said.congress_id AND participants.updated_at = said.stored
                RETURNING said.line
            )
            UPDATE import_rows SET outcome = 'undone'
            FROM changed
            WHERE import_id = :import AND import_rows.line = changed.line
            """;

    /// Their rows go with them.
    private static final String TAKE_OUT = """
            DELETE FROM participants USING import_rows said
            WHERE said.import_id = :import AND said.kind = 'added' AND said.line BETWEEN :first AND :last
              AND said.outcome = 'stored' AND participants.id = said.participant_id
              AND participants.congress_id = said.congress_id AND participants.updated_at = said.stored
            """;

    private final Handle handle;
    private final long id;
    private final Consumer<Handle> signed;

    /// @param signed says in a transaction who changes something in it
    ImportActs(Handle handle, long id, Consumer<Handle> signed) {
        this.handle = handle;
        this.id = id;
        this.signed = signed;
    }

    /// Carries out what was not carried out yet.
    void carryOut(Congress congress, Instant now) {
        each(CHANGE, waiting("changed", "outcome IS NULL"), congress);
        each(ADD, waiting("added", "outcome IS NULL"), congress);
        handle.useTransaction(within -> {
            int overtaken = within.createUpdate("""
                            UPDATE import_rows SET outcome = 'overtaken'
                            WHERE import_id = :import AND kind IN ('added', 'changed') AND outcome IS NULL
                            """).bind("import", id).execute();
            within.createUpdate("""
                            UPDATE imports SET status = 'applied', applied_at = :now, overtaken = :overtaken
                            WHERE id = :id
                            """)
                    .bind("now", now)
                    .bind("overtaken", overtaken)
                    .bind("id", id)
                    .execute();
        });
    }

    /// Takes back what was not taken back yet.
    void takeBack(Congress congress, Instant now) {
        each(TAKE_OUT, waiting("added", "outcome = 'stored'"), congress);
        each(CHANGE_BACK, waiting("changed", "outcome = 'stored'"), congress);
        handle.useTransaction(within -> {
            int kept = within.createUpdate(
                            "UPDATE import_rows SET outcome = 'kept' WHERE import_id = :import AND outcome = 'stored'")
                    .bind("import", id)
                    .execute();
            within.createUpdate("UPDATE imports SET status = 'undone', undone_at = :now, kept = :kept WHERE id = :id")
                    .bind("now", now)
                    .bind("kept", kept)
                    .bind("id", id)
                    .execute();
        });
    }

    private List<Integer> waiting(String kind, String condition) {
        return handle.createQuery("""
                        SELECT line FROM import_rows
                        WHERE import_id = :import AND kind = :kind AND <condition>
                        ORDER BY line
                        """)
                .define("condition", condition)
                .bind("import", id)
                .bind("kind", kind)
                .mapTo(Integer.class)
                .list();
    }

    private void each(String statement, List<Integer> lines, Congress congress) {
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<Integer> part = lines.subList(from, Math.min(from + AT_ONCE, lines.size()));
            handle.useTransaction(within -> {
                signed.accept(within);
                if (!attempt(statement, part.getFirst(), part.getLast(), congress)) {
                    part.forEach(line -> attempt(statement, line, line, congress));
                }
            });
        }
    }

    /// Does it to these lines.
    ///
    /// @return false when a document or an address was somebody else's: none of these lines was stored
    private boolean attempt(String statement, int first, int last, Congress congress) {
        handle.savepoint("rows");
        try {
            Update update = handle.createUpdate(statement)
                    .bind("import", id)
                    .bind("first", first)
                    .bind("last", last);
            if (statement.equals(ADD)) {
                update.bind("shared", congress.enrolment().sharedEmail()).bind("privacy", congress.privacyVersion());
            }
            update.execute();
            handle.releaseSavepoint("rows");
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                handle.rollbackToSavepoint("rows");
                return false;
            }
            throw e;
        }
    }
}
