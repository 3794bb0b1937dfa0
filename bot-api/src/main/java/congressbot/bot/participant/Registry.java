package congressbot.bot.participant;

import congressbot.bot.participant.Participant.Status;
import congressbot.bot.registration.Registration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/// The table `participants` as the organisers change it, and the history of its fields.
public final class Registry {
    /// SQLSTATE of PostgreSQL: another row has this value.
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String COLUMNS = """
            id, full_name, badge_name, email, cpf, passport, country, phone, city, city_code, state, profile,
            privacy_version, privacy_at, status, channel, created_at, updated_at, conversation_id, mail, mail_at
            """;

    private static final String SHEET =
            "SELECT " + COLUMNS + " FROM participants WHERE id = :id AND congress_id = :congress";

    private final Jdbi jdbi;

    public Registry(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Sheet> find(String congress, long number) {
        return jdbi.withHandle(handle -> sheet(handle, SHEET, congress, number));
    }

    /// Nobody else changes it until the end of the transaction.
    public Optional<Sheet> lock(Handle handle, String congress, long number) {
        return sheet(handle, SHEET + " FOR NO KEY UPDATE", congress, number);
    }

    /// Whoever changes something in this transaction is this one.
    public void sign(Handle handle, Signature signature) {
        handle.createQuery("""
                        SELECT set_config('congressbot.account', :account, true),
                               set_config('congressbot.name', :name, true),
                               set_config('congressbot.channel', :channel, true),
                               set_config('congressbot.batch', :batch, true)
                        """)
                .bind("account", text(signature.witness().account()))
                .bind("name", signature.witness().name())
                .bind("channel", signature.channel())
                .bind("batch", text(signature.batch()))
                .map((_, _) -> true)
                .one();
    }

    /// Stores other values.
    ///
    /// @return false when the document or the address is somebody else's: the caller rolls back
    public boolean revise(Handle handle, long number, Registration registration, boolean sharedEmail) {
        return isStored(Columns.bind(handle.createUpdate("""
                        UPDATE participants
                        SET full_name = :full_name, badge_name = :badge_name, email = :email, cpf = :cpf,
                            passport = :passport, country = :country, phone = :phone, city = :city,
                            city_code = :city_code, state = :state, profile = :profile,
                            email_shared = :email_shared, privacy_version = :privacy_version,
                            privacy_at = :privacy_at, updated_at = clock_timestamp()
                        WHERE id = :id
                        """), registration)
                .bind("id", number)
                .bind("email_shared", sharedEmail));
    }

    /// Cancels or restores.
    ///
    /// @return false when the document or the address was registered again meanwhile: the caller rolls back
    public boolean become(Handle handle, long number, Status status) {
        return isStored(handle.createUpdate(
                        "UPDATE participants SET status = :status, updated_at = clock_timestamp() WHERE id = :id")
                .bind("status", status.name().toLowerCase(Locale.ROOT))
                .bind("id", number));
    }

    /// The last changes of a registration, newest first.
    public List<Change> changes(String congress, long number, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT field, old, new, by_name, channel, batch, at FROM participant_changes
                        WHERE participant_id = :id AND congress_id = :congress
                        ORDER BY id DESC LIMIT :most
                        """)
                .bind("id", number)
                .bind("congress", congress)
                .bind("most", most)
                .map((row, _) -> change(row))
                .list());
    }

    /// Registrations that rows of a file may be about.
    ///
    /// @param documents numbers of CPFs and passports
    public Matches matching(String congress, List<Long> numbers, List<String> documents, List<String> emails) {
        return new Matches(jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT <columns> FROM participants
                        WHERE congress_id = :congress
                          AND (id = ANY (:numbers)
                               OR (status = 'confirmed'
                                   AND (cpf = ANY (CAST(:documents AS char(11)[])) OR passport = ANY (:documents)
                                        OR email = ANY (:emails))))
                        ORDER BY id
                        """)
                .define("columns", COLUMNS)
                .bind("congress", congress)
                .bindArray("numbers", Long.class, numbers)
                .bindArray("documents", String.class, documents)
                .bindArray("emails", String.class, emails)
                .map((row, _) -> sheet(row))
                .list()));
    }

    private static boolean isStored(Update update) {
        try {
            return update.execute() == 1;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static Optional<Sheet> sheet(Handle handle, String query, String congress, long number) {
        return handle.createQuery(query)
                .bind("id", number)
                .bind("congress", congress)
                .map((row, _) -> sheet(row))
                .findOne();
    }

    static Sheet sheet(ResultSet row) throws SQLException {
        long conversation = row.getLong("conversation_id");
        return new Sheet(
                row.getLong("id"),
                Columns.registered(row).registration(),
                Columns.status(row),
                row.getString("channel"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                conversation == 0 ? OptionalLong.empty() : OptionalLong.of(conversation),
                ParticipantRows.mail(row),
                moment(row, "mail_at"));
    }

    private static Change change(ResultSet row) throws SQLException {
        long batch = row.getLong("batch");
        return new Change(
                row.getString("field"),
                Optional.ofNullable(row.getString("old")),
                Optional.ofNullable(row.getString("new")),
                Optional.ofNullable(row.getString("by_name")),
                row.getString("channel"),
                batch == 0 ? OptionalLong.empty() : OptionalLong.of(batch),
                Columns.instant(row, "at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
