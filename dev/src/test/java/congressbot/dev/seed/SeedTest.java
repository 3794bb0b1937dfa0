package congressbot.dev.seed;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Congresses;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedPostgres;
import congressbot.dev.stores.RunningStore;
import congressbot.migrations.Migrate;
import congressbot.wire.process.DatabaseAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {
    private static final Opened OPENED = new Opened();
    private static final Congress CONGRESS = Congresses.read(Path.of("../congress"), URI.create("http://localhost"))
            .getFirst();

    @TempDir
    static Path folder;

    private static DatabaseAddress address;

    @BeforeAll
    static void openDatabase() throws Exception {
        RunningStore postgres = OPENED.with(EmbeddedPostgres.start(folder, 0));
        address = DatabaseAddress.parse(postgres.url().toString());
        Migrate.migrate(address);
    }

    @AfterAll
    static void close() {
        OPENED.close();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal());
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void as_many_people_and_events_are_there_as_were_asked_for_and_all_are_counted() throws SQLException {
        try (Connection connection = connect()) {
            Seed seed = new Seed(connection, CONGRESS, new SeedOptions(200, 8_000, 1, false));
            assertThat(seed.holdsRegistrations()).isFalse();

            String told = seed.run();

            assertThat(told)
                    .contains("200 registrations, 8,000 events stored")
                    .contains("8,000 events counted")
                    .contains("dashboard, 90 days: 200 reads");
            assertThat(seed.holdsRegistrations()).isTrue();
            assertThat(rows(connection, "SELECT count(*) FROM conversation_events"))
                    .containsExactly("8000");
            assertThat(rows(connection, """
                            SELECT sum(value) FROM metrics_daily WHERE metric = 'registrations'
                            """)).isEqualTo(rows(connection, "SELECT count(*) FROM participants"));
            assertThat(rows(connection, "SELECT count(*) FROM uncounted_events"))
                    .containsExactly("0");
            assertThat(rows(connection, "SELECT email FROM participants WHERE email NOT LIKE '%.example'"))
                    .isEmpty();
        }
    }
}
