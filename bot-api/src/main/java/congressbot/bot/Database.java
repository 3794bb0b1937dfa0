package congressbot.bot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import congressbot.wire.process.DatabaseAddress;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The connections to PostgreSQL. Opens without it: who asks while it is away fails at once and is told to repeat.
final class Database implements AutoCloseable {
    /// More gain nothing on two cores.
    private static final int CONNECTIONS = 8;

    /// Of them one is for who may not wait behind others.
    private static final int SHARED = CONNECTIONS - 1;

    private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(1);

    /// In a rush; a worker waits longer for its turn.
    private static final Duration WAIT_IN_LINE = Duration.ofSeconds(10);

    /// A process that was stopped inside a transaction holds its rows no longer than this, so that the next owner of
    /// the conversation can go on; no statement of ours comes near the others.
    private static final String SESSION =
            "-c lock_timeout=4s -c idle_in_transaction_session_timeout=3s -c statement_timeout=10s";

    private final HikariDataSource pool;

    private Database(DatabaseAddress address, String name, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setReadOnly(readOnly);
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password().reveal());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_FOR_A_CONNECTION.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "bot-api");
        config.addDataSourceProperty("options", SESSION);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "15");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The detail of an error quotes values, and these are personal.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        pool = new HikariDataSource(config);
    }

    /// The one in which everything stands.
    static Database primary(DatabaseAddress address) {
        return new Database(address, "postgres", false);
    }

    /// One that follows it, and is only read.
    static Database replica(DatabaseAddress address) {
        return new Database(address, "replica", true);
    }

    /// For all work: in a rush everybody waits in line.
    Jdbi jdbi() {
        return safe(Jdbi.create(new OrderlyConnections(pool, SHARED, WAIT_IN_LINE)));
    }

    /// For a look whether PostgreSQL is there, past the line.
    Jdbi atOnce() {
        return safe(Jdbi.create(pool));
    }

    private static Jdbi safe(Jdbi jdbi) {
        jdbi.installPlugin(new PostgresPlugin());
        // By default the text of a failure holds the bound values, and these are personal.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }
}
