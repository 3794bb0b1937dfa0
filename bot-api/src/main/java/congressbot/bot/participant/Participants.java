package congressbot.bot.participant;

import congressbot.bot.registration.Answer;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.FullName;
import congressbot.bot.registration.Phone;
import congressbot.bot.registration.Place;
import congressbot.bot.registration.Profile;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.Registration;
import congressbot.bot.text.Language;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// The table `participants`.
public final class Participants {
    /// SQLSTATE of PostgreSQL: another row has this value.
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String REGISTERED = """
            id, full_name, badge_name, email, cpf, passport, country, phone, city, city_code, state, profile,
            privacy_version, privacy_at
            """;

    private final Jdbi jdbi;

    public Participants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Where a registration came from.
    ///
    /// @param conversation none where an organiser registers somebody
    /// @param sharedEmail whether its address may be registered again
    public record Origin(String congress, OptionalLong conversation, String channel, boolean sharedEmail) {
        public Origin(String congress, long conversation, String channel, boolean sharedEmail) {
            this(congress, OptionalLong.of(conversation), channel, sharedEmail);
        }
    }

    /// Whether a confirmed registration has this document.
    ///
    /// @param own the number of a registration that does not count
    public boolean isTaken(String congress, Document document, OptionalLong own) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM participants
                                       WHERE congress_id = :congress AND <column> = :document AND status = 'confirmed'
                                         AND id IS DISTINCT FROM CAST(:own AS bigint))
                        """)
                .define("column", Columns.column(document))
                .bind("congress", congress)
                .bind("document", Columns.value(document))
                .bind("own", own)
                .mapTo(Boolean.class)
                .one());
    }

    /// Whether a confirmed registration has this address for itself.
    ///
    /// @param own the number of a registration that does not count
    public boolean isTaken(String congress, EmailAddress email, OptionalLong own) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM participants
                                       WHERE congress_id = :congress AND email = :email AND status = 'confirmed'
                                         AND NOT email_shared AND id IS DISTINCT FROM CAST(:own AS bigint))
                        """)
                .bind("congress", congress)
                .bind("email", email.value())
                .bind("own", own)
                .mapTo(Boolean.class)
                .one());
    }

    /// A number that no other registration has or gets. Numbers of registrations that were given up
    /// are missing.
    public long nextNumber() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT nextval(pg_get_serial_sequence('participants', 'id'))")
                        .mapTo(Long.class)
                        .one());
    }

    /// Stores a confirmed registration.
    ///
    /// @return false when its document or its address is registered already: nothing was stored
    public boolean register(Handle handle, long number, Registration registration, Origin origin) {
        int stored = Columns.bind(handle.createUpdate("""
                        INSERT INTO participants (id, congress_id, conversation_id, full_name, badge_name, email, cpf,
                                                  passport, country, phone, city, city_code, state, profile, status,
                                                  email_shared, privacy_version, privacy_at, channel)
                        VALUES (:id, :congress, :conversation, :full_name, :badge_name, :email, :cpf,
                                :passport, :country, :phone, :city, :city_code, :state, :profile, 'confirmed',
                                :email_shared, :privacy_version, :privacy_at, :channel)
                        ON CONFLICT DO NOTHING
                        """), registration)
                .bind("id", number)
                .bind("congress", origin.congress())
                .bind("conversation", origin.conversation())
                .bind("email_shared", origin.sharedEmail())
                .bind("channel", origin.channel())
                .execute();
        return stored == 1;
    }

    /// Stores other values under the number of a confirmed registration.
    ///
    /// @return false when the document or the address is somebody else's by now, or when no confirmed
    ///     registration
    ///     has this number: nothing was stored, and the caller rolls back
    public boolean amend(Handle handle, String congress, long number, Registration registration, boolean sharedEmail) {
        try {
            return Columns.bind(handle.createUpdate("""
                            UPDATE participants
                            SET full_name = :full_name, badge_name = :badge_name, email = :email, cpf = :cpf,
                                passport = :passport, country = :country, phone = :phone, city = :city,
                                city_code = :city_code, state = :state, profile = :profile,
                                email_shared = :email_shared, privacy_version = :privacy_version,
                                privacy_at = :privacy_at, updated_at = now()
                            WHERE id = :id AND congress_id = :congress AND status = 'confirmed'
                            """), registration)
                            .bind("id", number)
                            .bind("congress", congress)
                            .bind("email_shared", sharedEmail)
                            .execute()
                    == 1;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /// Cancels a confirmed registration; its document and address are free again.
    public void cancel(Handle handle, String congress, long number) {
        handle.createUpdate("""
                        UPDATE participants SET status = 'cancelled', updated_at = now()
                        WHERE id = :id AND congress_id = :congress AND status = 'confirmed'
                        """).bind("id", number).bind("congress", congress).execute();
    }

    /// The confirmed registrations of one chat, oldest first.
    public List<Registered> of(long conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT <registered> FROM participants
                        WHERE conversation_id = :conversation AND status = 'confirmed'
                        ORDER BY id
                        """)
                .define("registered", REGISTERED)
                .bind("conversation", conversation)
                .map((row, _) -> Columns.registered(row))
                .list());
    }

    /// The confirmed registration with this number.
    public Optional<Registered> byNumber(Handle handle, String congress, long number) {
        return handle.createQuery("""
                        SELECT <registered> FROM participants
                        WHERE id = :id AND congress_id = :congress AND status = 'confirmed'
                        """)
                .define("registered", REGISTERED)
                .bind("id", number)
                .bind("congress", congress)
                .map((row, _) -> Columns.registered(row))
                .findOne();
    }

    /// The same, and nobody else changes it until the end of the transaction.
    public Optional<Registered> lock(Handle handle, String congress, long number) {
        return handle.createQuery("""
                        SELECT <registered> FROM participants
                        WHERE id = :id AND congress_id = :congress AND status = 'confirmed'
                        FOR NO KEY UPDATE
                        """)
                .define("registered", REGISTERED)
                .bind("id", number)
                .bind("congress", congress)
                .map((row, _) -> Columns.registered(row))
                .findOne();
    }

    /// The confirmed registration with this document or address; the newest where several share it.
    public Optional<Registered> registeredWith(Handle handle, String congress, Answer typed) {
        return switch (typed) {
            case Document document -> newest(handle, congress, Columns.column(document), Columns.value(document));
            case EmailAddress(String address) -> newest(handle, congress, "email", address);
            case FullName _, Phone _, Place _, Profile _, BadgeName _ -> Optional.empty();
        };
    }

    private static Optional<Registered> newest(Handle handle, String congress, String column, String value) {
        return handle.createQuery("""
                        SELECT <registered> FROM participants
                        WHERE congress_id = :congress AND status = 'confirmed' AND <column> = :value
                        ORDER BY id DESC LIMIT 1
                        """)
                .define("registered", REGISTERED)
                .define("column", column)
                .bind("congress", congress)
                .bind("value", value)
                .map((row, _) -> Columns.registered(row))
                .findOne();
    }

    /// In which language the chat goes on that a registration came from.
    public Language languageOf(Handle handle, long number) {
        return handle.createQuery("""
                        SELECT language FROM conversations
                        WHERE id = (SELECT conversation_id FROM participants WHERE id = :number)
                        """)
                .bind("number", number)
                .map((row, _) -> Language.of(row.getString("language")))
                .findOne()
                .orElse(Language.PORTUGUESE);
    }

    /// All that is stored under this number, whatever became of the registration.
    public Optional<PersonalData> dataOf(Handle handle, String congress, long number) {
        return handle.createQuery("""
                        SELECT <registered>, status, email_shared, channel, created_at, updated_at FROM participants
                        WHERE id = :id AND congress_id = :congress
                        """)
                .define("registered", REGISTERED)
                .bind("id", number)
                .bind("congress", congress)
                .map((row, _) -> new PersonalData(
                        congress,
                        Columns.registered(row),
                        Columns.status(row),
                        row.getBoolean("email_shared"),
                        row.getString("channel"),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "updated_at")))
                .findOne();
    }

    /// The numbers of the registrations of one chat, of the cancelled ones too.
    public List<Long> numbers(Handle handle, long conversation) {
        return handle.createQuery("SELECT id FROM participants WHERE conversation_id = :conversation ORDER BY id")
                .bind("conversation", conversation)
                .mapTo(Long.class)
                .list();
    }

    /// Deletes the registrations of one chat, the cancelled ones too, with the history of every field.
    public void erase(Handle handle, long conversation) {
        ImportedRows.Marks marks = ImportedRows.marks(handle, conversation);
        handle.createUpdate("DELETE FROM participants WHERE conversation_id = :conversation")
                .bind("conversation", conversation)
                .execute();
        ImportedRows.erase(handle, marks);
    }
}
