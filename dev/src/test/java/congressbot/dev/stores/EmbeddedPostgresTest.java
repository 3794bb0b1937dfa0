package congressbot.dev.stores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One folder for all tests, as making a cluster costs a second or more; each test leaves it without a server.
final class EmbeddedPostgresTest {
    private static final int ANY_PORT = 0;

    @TempDir
    static Path folder;

    @Test
    void a_committed_row_survives_sigkill_and_the_server_returns_on_its_port() throws Exception {
        RunningStore first = EmbeddedPostgres.start(folder, ANY_PORT);
        execute(first, "CREATE TABLE survivor (body text)");
        execute(first, "INSERT INTO survivor VALUES ('Inscrição')");

        first.killHard();
        try (RunningStore second = EmbeddedPostgres.start(folder, first.port())) {
            assertThat(second.url()).isEqualTo(first.url());
            assertThat(second.pid()).isNotEqualTo(first.pid());
            assertThat(query(second, "SELECT lower(body) FROM survivor")).isEqualTo("inscrição");
        }
    }

    @Test
    void commits_are_durable_and_clients_come_with_the_password_over_loopback_only() throws Exception {
        try (RunningStore store = EmbeddedPostgres.start(folder, ANY_PORT)) {
            String wrong = EmbeddedPostgres.jdbcUrl(store.url()).replaceAll("password=.*", "password=wrong");

            assertThat(query(store, "SHOW fsync")).isEqualTo("on");
            assertThat(query(store, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(store, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(store, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThatThrownBy(() -> DriverManager.getConnection(wrong))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_second_start_uses_the_running_server_and_leaves_it_running() throws Exception {
        try (RunningStore first = EmbeddedPostgres.start(folder, ANY_PORT)) {
            RunningStore second = EmbeddedPostgres.start(folder, ANY_PORT);

            second.close();

            assertThat(second.pid()).isEqualTo(first.pid());
            assertThat(second.owned()).isFalse();
            assertThat(query(first, "SELECT 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void closing_stops_the_server_and_keeps_the_data() throws Exception {
        RunningStore first = EmbeddedPostgres.start(folder, ANY_PORT);
        execute(first, "CREATE TABLE kept AS SELECT 'kept' AS body");

        first.close();

        assertThat(first.running()).isFalse();
        try (RunningStore second = EmbeddedPostgres.start(folder, ANY_PORT)) {
            assertThat(query(second, "SELECT body FROM kept")).isEqualTo("kept");
        }
    }

    @Test
    void a_dead_servers_number_that_another_program_has_by_now_is_no_obstacle() throws Exception {
        RunningStore first = EmbeddedPostgres.start(folder, ANY_PORT);
        first.killHard();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        changeFirstLine(folder.resolve("data/postmaster.pid"), Long.toString(stranger.pid()));

        try (RunningStore second = EmbeddedPostgres.start(folder, ANY_PORT)) {
            assertThat(query(second, "SELECT 'alive'")).isEqualTo("alive");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void erasing_empties_the_folder_and_is_refused_while_the_server_is_in_use() throws Exception {
        RunningStore first = EmbeddedPostgres.start(folder, ANY_PORT);
        execute(first, "CREATE TABLE note AS SELECT 'gone' AS body");

        assertThatThrownBy(() -> EmbeddedPostgres.erase(folder)).hasMessageContaining("in use by another process");
        first.close();
        EmbeddedPostgres.erase(folder);

        try (RunningStore second = EmbeddedPostgres.start(folder, ANY_PORT)) {
            assertThat(query(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'note'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void a_failed_start_says_why_in_one_line(@TempDir Path broken) throws Exception {
        Files.createDirectory(broken.resolve("data"));
        Files.writeString(broken.resolve("password"), "x");

        assertThatThrownBy(() -> EmbeddedPostgres.start(broken, ANY_PORT))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("postgresql.conf")
                .hasMessageContaining("server.log");
    }

    private static void changeFirstLine(Path file, String line) throws IOException {
        List<String> lines = Files.readAllLines(file, UTF_8);
        lines.set(0, line);
        Files.write(file, lines);
    }

    private static void execute(RunningStore store, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(EmbeddedPostgres.jdbcUrl(store.url()));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(RunningStore store, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(EmbeddedPostgres.jdbcUrl(store.url()));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
