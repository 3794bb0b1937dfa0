package congressbot.migrations;

import congressbot.wire.doctor.Doctor;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Launch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the database at `DATABASE_URL` to the present schema, and ends. Needs DDL rights; no other process does.
public final class Migrate {
    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);

    /// New indexes are of no use before their tables are analysed. A table that is nearly empty is better
    /// not: connections would read it from end to end, and keep to that while it grows.
    private static final String ANALYSE_LARGE = """
            DO $$
            DECLARE
                large regclass;
            BEGIN
                FOR large IN
                    SELECT oid FROM pg_class
                    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
                      AND pg_relation_size(oid) > 1024 * 1024
                LOOP
                    EXECUTE 'ANALYZE ' || large;
                END LOOP;
            END
            $$""";

    private Migrate() {}

    public static void main(String[] arguments) throws Exception {
        if (Doctor.isCalled(arguments)) {
            MigrateDoctor.doctor().call();
        } else {
            Launch.once("migrate", DatabaseAddress::from, Migrate::migrate);
        }
    }

    /// Safe to repeat, and to run twice at once.
    public static void migrate(DatabaseAddress database) throws SQLException {
        Reachable.connect(database).close(); // Flyway's own words for it are a page long
        int applied = flyway(database).migrate().migrationsExecuted;
        try (Connection connection = Reachable.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(ANALYSE_LARGE);
        }
        LOG.atInfo().addKeyValue("applied", applied).log("the schema is up to date");
    }

    static Flyway flyway(DatabaseAddress database) {
        return Flyway.configure()
                .dataSource(
                        database.jdbcUrl(), database.user(), database.password().reveal())
                .load();
    }
}
