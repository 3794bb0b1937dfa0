package congressbot.migrations;

import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.InvalidConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/// A database that answers, or a sentence that says what to look at.
public final class Reachable {
    /// For one statement, or between two rows.
    private static final String LONGEST_SILENCE_S = "600";

    private Reachable() {}

    /// Connects; to be closed.
    ///
    /// @throws InvalidConfiguration when nobody answers, or the user is refused
    public static Connection connect(DatabaseAddress database) {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password().reveal());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", LONGEST_SILENCE_S);
        // The detail of an error quotes values, and these are personal.
        properties.setProperty("logServerErrorDetail", "false");
        try {
            return DriverManager.getConnection(database.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw new InvalidConfiguration(
                    List.of("DATABASE_URL: the database does not answer, or refuses the user (SQLSTATE "
                            + e.getSQLState() + "); in dev, is ./congress-bot stores running?"));
        }
    }
}
