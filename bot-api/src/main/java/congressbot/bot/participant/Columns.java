package congressbot.bot.participant;

import congressbot.bot.participant.Participant.Status;
import congressbot.bot.registration.Abroad;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.FullName;
import congressbot.bot.registration.Municipality;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Passport;
import congressbot.bot.registration.Phone;
import congressbot.bot.registration.Place;
import congressbot.bot.registration.Profile;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.Registration;
import congressbot.bot.registration.Uf;
import congressbot.wire.message.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// How a registration stands in the columns of `participants`.
final class Columns {
    /// The state of those who live abroad.
    private static final String ABROAD = "EX";

    private static final String BRAZIL = "BR";

    private Columns() {}

    /// Binds the values that a person told, each under the name of its column.
    static <S extends SqlStatement<S>> S bind(S statement, Registration registration) {
        bindDocument(statement, registration.document());
        bindPlace(statement, registration.city());
        return statement
                .bind("full_name", registration.name().value())
                .bind("badge_name", registration.badge().map(BadgeName::value))
                .bind("email", registration.email().value())
                .bind("phone", registration.phone().number().value())
                .bind("profile", registration.profile().label())
                .bind("privacy_version", registration.notice().version())
                .bind("privacy_at", registration.notice().shownAt());
    }

    /// In which column a document stands. Whoever looks for it names this one alone: of both, PostgreSQL may take the
    /// index of the other one, and read everybody who has none of that.
    static String column(Document document) {
        return switch (document) {
            case Cpf _ -> "cpf";
            case Passport _ -> "passport";
        };
    }

    /// What stands in that column.
    static String value(Document document) {
        return switch (document) {
            case Cpf(String digits) -> digits;
            case Passport(String number) -> number;
        };
    }

    /// Binds `cpf` and `passport`, one of them empty.
    private static void bindDocument(SqlStatement<?> statement, Document document) {
        switch (document) {
            case Cpf(String digits) -> statement.bind("cpf", digits).bind("passport", Optional.<String>empty());
            case Passport(String number) ->
                statement.bind("cpf", Optional.<String>empty()).bind("passport", number);
        }
    }

    private static void bindPlace(SqlStatement<?> statement, Place place) {
        switch (place) {
            case Municipality(int code, String name, Uf state) ->
                statement
                        .bind("city", name)
                        .bind("city_code", Optional.of(code))
                        .bind("state", state.name())
                        .bind("country", BRAZIL);
            case Abroad(String city, String country) ->
                statement
                        .bind("city", city)
                        .bind("city_code", Optional.<Integer>empty())
                        .bind("state", ABROAD)
                        .bind("country", country);
        }
    }

    static Registered registered(ResultSet row) throws SQLException {
        return new Registered(
                row.getLong("id"),
                new Registration(
                        new Notice(row.getString("privacy_version"), instant(row, "privacy_at")),
                        new FullName(row.getString("full_name")),
                        new EmailAddress(row.getString("email")),
                        document(row),
                        phone(row),
                        place(row),
                        new Profile(row.getString("profile")),
                        Optional.ofNullable(row.getString("badge_name")).map(BadgeName::new)));
    }

    /// The table holds exactly one of the two.
    static Document document(ResultSet row) throws SQLException {
        Optional<Document> cpf = Optional.ofNullable(row.getString("cpf")).map(Cpf::new);
        return cpf.isPresent() ? cpf.get() : new Passport(row.getString("passport"));
    }

    static Phone phone(ResultSet row) throws SQLException {
        return new Phone(new PhoneNumber(row.getString("phone")));
    }

    static Status status(ResultSet row) throws SQLException {
        return Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Place place(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return state.equals(ABROAD)
                ? new Abroad(row.getString("city"), row.getString("country"))
                : new Municipality(row.getInt("city_code"), row.getString("city"), Uf.valueOf(state));
    }
}
