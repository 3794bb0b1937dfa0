package congressbot.bot.participant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/// A row of `participants` as the organisers' list has it.
final class ParticipantRows {
    static final String COLUMNS = """
            id, full_name, email, cpf, passport, phone, city, state, country, profile, status, created_at, badge_name,
            channel, mail
            """;

    private ParticipantRows() {}

    static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                row.getLong("id"),
                row.getString("full_name"),
                row.getString("email"),
                Columns.document(row),
                Columns.phone(row),
                row.getString("city"),
                row.getString("state"),
                row.getString("country"),
                row.getString("profile"),
                Columns.status(row),
                Columns.instant(row, "created_at"),
                Optional.ofNullable(row.getString("badge_name")),
                row.getString("channel"),
                mail(row));
    }

    static MailState mail(ResultSet row) throws SQLException {
        String state = row.getString("mail");
        return state == null ? MailState.NONE : MailState.valueOf(state.toUpperCase(Locale.ROOT));
    }
}
