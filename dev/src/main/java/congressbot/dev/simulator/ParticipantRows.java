package congressbot.dev.simulator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The newest participants, as they stand in PostgreSQL, told to the pages whenever they change.
final class ParticipantRows {
    private static final String NEWEST = """
            SELECT id, full_name, email, coalesce(cpf, '') AS cpf, phone, city || '/' || state AS city, profile, status,
                   updated_at
            FROM participants ORDER BY id DESC LIMIT 50
            """;

    private final Feed feed;
    private volatile List<Row> rows = List.of();

    ParticipantRows(Feed feed) {
        this.feed = feed;
    }

    /// @param cpf masked
    record Row(
            long number,
            String name,
            String email,
            String cpf,
            String phone,
            String city,
            String profile,
            String status,
            Instant at) {}

    List<Row> rows() {
        return rows;
    }

    /// Looks once.
    ///
    /// @return that there is nothing more to do at once
    boolean look(Connection connection) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NEWEST);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(row(result));
            }
        }
        if (!found.equals(rows)) {
            rows = List.copyOf(found);
            feed.publish("participants", rows);
        }
        return false;
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getLong("id"),
                result.getString("full_name"),
                result.getString("email"),
                masked(result.getString("cpf")),
                result.getString("phone"),
                result.getString("city"),
                result.getString("profile"),
                result.getString("status"),
                result.getTimestamp("updated_at").toInstant());
    }

    private static String masked(String cpf) {
        return cpf.isEmpty() ? "" : "•••." + cpf.substring(3, 6) + "." + cpf.substring(6, 9) + "-••";
    }
}
