package congressbot.bot.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import congressbot.migrations.Migrate;
import congressbot.wire.process.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// A real PostgreSQL with our schema, started on first use and shared by all tests of one JVM.
public final class TestDatabase {
    /// More than any test uses at once.
    private static final int CONNECTIONS = 120;

    private static final EmbeddedPostgres SERVER = start();
    private static final DataSource POOL = pool();

    private TestDatabase() {}

    /// The value of `DATABASE_URL`.
    public static String url() {
        return urlOf(SERVER, "postgres");
    }

    public static DatabaseAddress address() {
        return DatabaseAddress.parse(url());
    }

    /// The address of a second database of the same server, with our schema and nothing in it; to be
    /// dropped by [#drop].
    public static String another(String name) {
        Jdbi.create(POOL).useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        String url = urlOf(SERVER, name);
        try {
            Migrate.migrate(DatabaseAddress.parse(url));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url;
    }

    /// Takes a second database away from everybody who uses it.
    public static void drop(String name) {
        Jdbi.create(POOL).useHandle(handle -> handle.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    /// The database with every table emptied.
    public static Jdbi emptied() {
        Jdbi jdbi = Jdbi.create(POOL).installPlugin(new PostgresPlugin());
        jdbi.useHandle(handle -> handle.execute("""
                DO $$
                BEGIN
                    EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables
                             WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history');
                END
                $$
                """));
        return jdbi;
    }

    /// What one query finds, a line each.
    public static List<String> rows(Jdbi jdbi, String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private static String urlOf(EmbeddedPostgres server, String name) {
        return "postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/" + name;
    }

    private static DataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(SERVER.getPostgresDatabase());
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off") // nothing of it outlives the JVM
                    .setServerConfig("full_page_writes", "off")
                    .start();
            Migrate.migrate(DatabaseAddress.parse(urlOf(server, "postgres")));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
