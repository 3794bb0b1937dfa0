package congressbot.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.process.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateDoctorTest {
    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void an_empty_database_has_to_be_migrated() {
        assertThat(told("postgres")).isEqualTo("""

                migrate
                  ok      Configuração completa.
                  ok      PostgreSQL 18 responde.
                  ERRO    O banco está vazio.
                          → Rode ./congress-bot migrate (com contêineres: docker compose up migrate).
                """);
    }

    @Test
    void the_schema_of_this_version_is_right_and_a_changed_one_is_not() throws SQLException {
        Migrate.migrate(DatabaseAddress.parse(address("postgres")));
        assertThat(told("postgres")).contains("  ok      O esquema é o desta versão (V");

        execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '001'");
        assertThat(told("postgres")).contains("  ERRO    O esquema não é o que as mudanças desta versão fizeram.");
    }

    @Test
    void an_older_a_newer_and_a_broken_schema_are_told() throws SQLException {
        Migrate.migrate(DatabaseAddress.parse(address("postgres")));

        execute("DELETE FROM flyway_schema_history WHERE version = (SELECT max(version) FROM flyway_schema_history)");
        assertThat(told("postgres")).contains("  ERRO    Mudanças do esquema que faltam: 1.");

        execute("""
                INSERT INTO flyway_schema_history
                SELECT 900, '999', 'from the future', type, 'V999__from_the_future.sql', 1, installed_by, now(), 1, true
                FROM flyway_schema_history WHERE version = '001'
                """);
        assertThat(told("postgres")).contains("  aviso   O esquema é de uma versão mais nova que este programa.");

        execute("UPDATE flyway_schema_history SET success = false WHERE version = '002'");
        assertThat(told("postgres")).contains("  ERRO    Uma mudança do esquema parou no meio.");
    }

    @Test
    void a_user_who_may_change_nothing_is_told_so() throws SQLException {
        Migrate.migrate(DatabaseAddress.parse(address("postgres")));
        execute("CREATE ROLE guest LOGIN");
        execute("GRANT SELECT ON flyway_schema_history TO guest");

        assertThat(told("guest"))
                .contains("  aviso   Este usuário não pode mudar o esquema.", "  ok      O esquema é o");
    }

    @Test
    void a_database_that_is_away_is_named_without_its_password() throws IOException {
        postgres.close();

        assertThat(told("postgres"))
                .contains(
                        "  ERRO    PostgreSQL não responde em 127.0.0.1:" + postgres.getPort() + "/postgres, ou recusa")
                .doesNotContain("a-password");
    }

    private String told(String user) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean good = MigrateDoctor.doctor()
                .examine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Map.of("DATABASE_URL", address(user), "DATA_DIR", folder.toString()));
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(good).isEqualTo(!told.contains("ERRO"));
        return told;
    }

    private String address(String user) {
        return "postgresql://" + user + ":a-password@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
