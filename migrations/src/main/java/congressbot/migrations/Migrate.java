package congressbot.migrations;

import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.InvalidConfiguration;
import congressbot.wire.process.Launch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the database at `DATABASE_URL` to the present schema, and ends. Needs DDL rights; no other process does.
public final class Migrate {
    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);

    private Migrate() {}

    public static void main(String[] arguments) throws Exception {
        Launch.once("migrate", DatabaseAddress::from, Migrate::migrate);
    }

    /// Safe to repeat, and to run twice at once.
    public static void migrate(DatabaseAddress database) throws SQLException {
        Flyway flyway = Flyway.configure()
                .dataSource(
                        database.jdbcUrl(), database.user(), database.password().reveal())
                .load();
        refuseUnreachable(flyway.getConfiguration().getDataSource());
        int applied = flyway.migrate().migrationsExecuted;
        // A table that was never analysed is scanned from end to end even for a list of keys.
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
        LOG.atInfo().addKeyValue("applied", applied).log("the schema is up to date");
    }

    private static void refuseUnreachable(DataSource database) {
        try (Connection _ = database.getConnection()) {
            LOG.debug("the database answers");
        } catch (SQLException e) {
            throw new InvalidConfiguration(
                    List.of("DATABASE_URL: the database does not answer, or refuses the user (SQLSTATE "
                            + e.getSQLState() + "); in dev, is ./congress-bot stores running?"));
        }
    }
}
