package congressbot.dev.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.dev.stores.EmbeddedPostgres;
import congressbot.dev.stores.RunningStore;
import congressbot.migrations.Migrate;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two users of the database: made by the files of production, with the passwords and addresses of compose.yaml.
class RolesTest {
    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final String NO_RIGHT = "42501";
    private static final Pattern GETENV = Pattern.compile("(?m)^\\\\getenv (\\w+) (\\w+)$");

    @TempDir
    static Path folder;

    private static RunningStore postgres;

    @BeforeAll
    static void makeTheDatabase() throws Exception {
        postgres = EmbeddedPostgres.start(folder, 0);
        superuser(ComposeFile.text("migrations/roles/01-roles.sql"));
        superuser(asPsqlReads(ComposeFile.text("migrations/roles/02-passwords.sql"), COMPOSE.environment("postgres")));
        Migrate.migrate(addressOf("migrate"));
        Migrate.migrate(addressOf("migrate"));
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void bot_api_holds_a_conversation_as_the_app() throws Exception {
        Map<String, String> settings = new HashMap<>(COMPOSE.environment("bot-api"));
        settings.put("BOT_PORT", "0");
        settings.put("DATABASE_URL", here(settings.getOrDefault("DATABASE_URL", "")));
        settings.put("REDIS_URL", "redis://127.0.0.1:1");
        settings.put("CONGRESS_DIR", ComposeFile.ROOT.resolve("congress").toString());
        try (BotApi bot = BotApi.start(BotSettings.from(new Env(settings)));
                HttpCaller http = new HttpCaller(1)) {
            String chat = "http://127.0.0.1:" + bot.port() + "/chat";
            for (String text : List.of("quero me inscrever", "Maria da Silva", "maria@ufg.br")) {
                String body = "{\"userId\":\"5562998765432\",\"text\":\"" + text + "\"}";
                Exchange answer =
                        http.send(Call.post(URI.create(chat), "application/json", body, Duration.ofSeconds(30))
                                .with("X-Api-Key", settings.getOrDefault("BOT_API_KEY", "")));

                assertThat(answer)
                        .isInstanceOfSatisfying(
                                Exchange.Answered.class,
                                answered -> assertThat(answered.status()).isEqualTo(200));
            }
        }
        assertThat(number("bot-api", "SELECT count(*) FROM messages")).isEqualTo(6);
    }

    @Test
    void the_app_reads_writes_and_numbers_the_rows_of_every_table() throws Exception {
        List<String> tables = strings("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        tables.removeAll(List.of("flyway_schema_history", "audit_log"));

        assertThat(tables).contains("participants", "conversations", "inbox", "outbox");
        for (String table : tables) {
            assertThat(number("bot-api", "SELECT count(*) FROM " + table)).isNotNegative();
            for (String right : List.of("INSERT", "UPDATE")) {
                assertThat(number("bot-api", "SELECT has_table_privilege('" + table + "', '" + right + "')::int"))
                        .isEqualTo(1);
            }
            run("bot-api", "DELETE FROM " + table + " WHERE false");
        }
        assertThat(number("bot-api", "SELECT nextval(pg_get_serial_sequence('participants', 'id'))"))
                .isPositive();
        run("bot-api", "INSERT INTO contacts (congress_id) VALUES ('congress')");
        run("bot-api", "DELETE FROM contacts WHERE congress_id = 'congress'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE mine (id int)",
                "CREATE TEMPORARY TABLE mine (id int)",
                "CREATE SCHEMA mine",
                "CREATE VIEW mine AS SELECT 1",
                "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE EXTENSION btree_gist",
                "ALTER TABLE participants ADD COLUMN mine int",
                "ALTER TABLE participants DISABLE TRIGGER ALL",
                "DROP TABLE participants",
                "DROP SCHEMA public CASCADE",
                "DROP INDEX participants_one_cpf",
                "CREATE INDEX mine ON participants (city)",
                "TRUNCATE dead_letters",
                "SELECT setval(pg_get_serial_sequence('participants', 'id'), 1)",
                "UPDATE flyway_schema_history SET success = false",
                "DELETE FROM flyway_schema_history",
                "UPDATE audit_log SET deed = 'login'",
                "DELETE FROM audit_log",
                "TRUNCATE audit_log",
                "SET ROLE congressbot_owner",
                "CREATE ROLE mine",
                "COPY participants TO PROGRAM 'cat'",
                "SELECT pg_read_file('postgresql.conf')"
            })
    void the_app_is_refused(String statement) {
        assertRefused("bot-api", statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE mine",
                "CREATE DATABASE mine",
                "ALTER ROLE congressbot_app SUPERUSER",
                "DROP DATABASE congressbot",
                "COPY participants TO PROGRAM 'cat'",
                "SELECT pg_read_file('postgresql.conf')"
            })
    void even_the_owner_is_refused(String statement) {
        assertRefused("migrate", statement);
    }

    @Test
    void the_owner_added_what_the_schema_needs_and_may_add_what_else_is_trusted() throws Exception {
        run("migrate", "CREATE EXTENSION citext");

        assertThat(number("bot-api", "SELECT count(*) FROM unaccent('inscrição') AS text WHERE text = 'inscricao'"))
                .isEqualTo(1);
    }

    @Test
    void nobody_else_comes_in() throws Exception {
        superuser("CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
        String stranger = here("postgresql://stranger:stranger@postgres:5432/congressbot");
        String guessed = here("postgresql://congressbot_app:guessed@postgres:5432/congressbot");

        assertThatThrownBy(() -> connect(DatabaseAddress.parse(stranger))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> connect(DatabaseAddress.parse(guessed))).hasMessageContaining("password");
    }

    @Test
    void the_settings_of_the_server_exist() throws Exception {
        List<String> command = ComposeFile.words(COMPOSE.service("postgres").path("command"));

        assertThat(command).startsWith("postgres").hasSizeGreaterThan(2);
        for (int i = 1; i < command.size(); i += 2) {
            assertThat(command.get(i)).isEqualTo("-c");
            String[] setting = command.get(i + 1).split("=", 2);
            superuser("BEGIN; SET " + setting[0] + " = '" + setting[1] + "'; ROLLBACK");
        }
    }

    /// What psql makes of `\getenv name VARIABLE` and `:'name'`.
    private static String asPsqlReads(String file, Map<String, String> environment) {
        String sql = GETENV.matcher(file).replaceAll("");
        Matcher line = GETENV.matcher(file);
        while (line.find()) {
            String value = environment.getOrDefault(line.group(2), "");
            assertThat(value).as(line.group(2)).isNotEmpty();
            sql = sql.replace(":'" + line.group(1) + "'", "'" + value.replace("'", "''") + "'");
        }
        return sql;
    }

    private static void assertRefused(String service, String statement) {
        assertThatThrownBy(() -> run(service, statement))
                .asInstanceOf(type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(NO_RIGHT);
    }

    private static DatabaseAddress addressOf(String service) {
        return DatabaseAddress.parse(here(COMPOSE.environment(service).getOrDefault("DATABASE_URL", "")));
    }

    /// The same address, as this machine's.
    private static String here(String address) {
        return address.replace("@postgres:5432/", "@127.0.0.1:" + postgres.port() + "/");
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal());
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection =
                        connect(DatabaseAddress.parse(postgres.url().toString()));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void run(String service, String sql) throws SQLException {
        try (Connection connection = connect(addressOf(service));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String service, String query) throws SQLException {
        try (Connection connection = connect(addressOf(service));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> strings(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect(addressOf("migrate"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
