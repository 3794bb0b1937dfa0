package congressbot.dev.journey;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.metrics.MetricsPage;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Program;
import congressbot.dev.process.Setting;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.Ports;
import congressbot.dev.stores.StorePair;
import congressbot.migrations.Migrate;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Secret;
import congressbot.wire.queue.RedisAddress;
import congressbot.wire.queue.RedisConnections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/// Real stores and our three processes from their jars, told as in production as far as one machine allows.
final class TestHouse implements AutoCloseable {
    private static final int ANY_PORT = 0;
    private static final String API_KEY = "0123456789abcdef0123456789abcdef";
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

    private final Opened opened = new Opened();
    private final Path folder;
    private final DatabaseAddress database;
    private final RedisAddress redis;
    private final ChildProcess botApi;
    private final ChildProcess gateway;
    private final ChildProcess worker;

    /// Ready when this returns.
    ///
    /// @param more what else the processes are told: the bridges, the mail server
    TestHouse(Path folder, HttpCaller http, Map<String, String> more) throws Exception {
        this.folder = folder;
        StorePair stores = opened.with(StorePair.start(folder, ANY_PORT, ANY_PORT, AppendSync.ALWAYS));
        database = DatabaseAddress.parse(stores.postgres().url().toString());
        redis = RedisAddress.parse(stores.redis().url().toString());
        Migrate.migrate(database);
        int botPort = Ports.free(ANY_PORT);
        int gatewayPort = Ports.free(ANY_PORT);
        int workerPort = Ports.free(ANY_PORT);
        Map<String, String> told = new HashMap<>();
        told.put("ENV", "prod");
        told.put("DATA_DIR", folder.toString());
        told.put("LOG_DIR", folder.resolve("logs").toString());
        told.put("DATABASE_URL", stores.postgres().url().toString());
        told.put("REDIS_URL", stores.redis().url().toString());
        told.put("BOT_API_KEY", API_KEY);
        told.put("BOT_URL", "http://127.0.0.1:" + botPort);
        told.put("BOT_PORT", "" + botPort);
        told.put("GATEWAY_URL", "http://127.0.0.1:" + gatewayPort);
        told.put("GATEWAY_PORT", "" + gatewayPort);
        told.put("GATEWAY_PACING", "off");
        told.put("WORKER_PORT", "" + workerPort);
        told.put("PUBLIC_URL", "http://localhost:" + botPort);
        told.put("SETTLE_WINDOW", "PT0S");
        told.put("CONGRESS_DIR", Path.of("..", "congress").toAbsolutePath().toString());
        told.putAll(more);
        Map<String, String> withPlainMail = new HashMap<>(told);
        withPlainMail.put("ENV", "dev"); // prod insists on a mail server with a certificate
        botApi = opened.with(ChildProcess.start(Program.BOT_API, botPort, setting(withPlainMail)));
        gateway = opened.with(ChildProcess.start(Program.GATEWAY, gatewayPort, setting(told)));
        worker = opened.with(ChildProcess.start(Program.WORKER, workerPort, setting(told)));
        try {
            for (ChildProcess process : List.of(botApi, gateway, worker)) {
                process.awaitReady(http);
            }
        } catch (IOException e) {
            opened.close();
            throw new IOException(Files.readString(folder.resolve("gateway.console")), e);
        }
    }

    ChildProcess botApi() {
        return botApi;
    }

    ChildProcess gateway() {
        return gateway;
    }

    ChildProcess worker() {
        return worker;
    }

    /// Where the bridges reach the gateway.
    URI entrance() {
        return gateway.address();
    }

    /// The number that a query gives.
    int count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /// The texts that a query gives, one a row.
    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /// Changes rows.
    ///
    /// @return how many rows it changed
    int change(String update) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(update);
        }
    }

    /// To be closed.
    UnifiedJedis openRedis() {
        return RedisConnections.open(redis, 1, new SimpleMeterRegistry().counter("uncounted"));
    }

    MetricsPage metrics(ChildProcess process, HttpCaller http) throws IOException {
        return MetricsPage.read(http, process.address(), new Secret(API_KEY));
    }

    void assertNothingPersonalIsLogged(String... values) throws IOException {
        List<Path> logs = new ArrayList<>(List.of(gateway.console(), worker.console(), botApi.console()));
        for (String name : List.of("gateway.log", "worker.log", "app.log")) {
            logs.add(folder.resolve("logs").resolve(name));
        }
        for (Path log : logs) {
            assertThat(Files.readString(log)).isNotEmpty().doesNotContain(values);
        }
    }

    @Override
    public void close() {
        opened.close();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal());
    }

    private Setting setting(Map<String, String> environment) {
        return new Setting(Path.of(".."), JVM, false, environment, folder);
    }
}
