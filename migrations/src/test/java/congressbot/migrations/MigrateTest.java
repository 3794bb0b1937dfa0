package congressbot.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.process.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrateTest {
    @Test
    void an_empty_database_gets_the_schema_and_a_second_run_changes_nothing() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DatabaseAddress address = DatabaseAddress.parse(
                    "postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres");

            Migrate.migrate(address);
            List<String> first = tables(postgres);
            Migrate.migrate(address);

            assertThat(first)
                    .contains("participants", "conversations", "inbox", "outbox", "messages", "dead_letters")
                    .isEqualTo(tables(postgres));
        }
    }

    /// The one row about the queue does not: all congresses share the queue.
    @Test
    void every_table_carries_its_congress() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Migrate.migrate(DatabaseAddress.parse(
                    "postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres"));

            assertThat(strings(postgres, """
                            SELECT table_name FROM information_schema.tables t
                            WHERE table_schema = 'public' AND table_name NOT IN ('flyway_schema_history', 'queue_marker')
                              AND NOT EXISTS (SELECT FROM information_schema.columns c
                                              WHERE c.table_name = t.table_name AND c.column_name = 'congress_id')
                            """)).isEmpty();
        }
    }

    @Test
    void only_a_table_that_is_large_is_analysed() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DatabaseAddress address = DatabaseAddress.parse(
                    "postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres");
            Migrate.migrate(address);
            execute(
                    postgres,
                    "INSERT INTO contacts (congress_id) VALUES ('default')",
                    "INSERT INTO conversation_events (congress_id, kind, at) SELECT 'default', 'x', now() FROM generate_series(1, 20000)");

            Migrate.migrate(address);

            assertThat(strings(postgres, """
                            SELECT relname FROM pg_class
                            WHERE relname IN ('contacts', 'conversation_events') AND reltuples >= 0
                            """)).containsExactly("conversation_events");
        }
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static List<String> tables(EmbeddedPostgres postgres) throws SQLException {
        return strings(
                postgres,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name");
    }

    private static List<String> strings(EmbeddedPostgres postgres, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
