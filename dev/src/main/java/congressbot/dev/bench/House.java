package congressbot.dev.bench;

import congressbot.dev.bridge.FakeBridge;
import congressbot.dev.metrics.MetricsPage;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Program;
import congressbot.dev.process.Setting;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.Folders;
import congressbot.dev.stores.Ports;
import congressbot.dev.stores.RunningStore;
import congressbot.dev.stores.StorePair;
import congressbot.migrations.Migrate;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// All that is measured: a bridge, the three processes from their packaged jars, empty stores.
final class House {
    private static final int ANY_PORT = 0;

    private final StorePair stores;
    private final FakeBridge bridge;
    private final Map<Program, ChildProcess> processes = new EnumMap<>(Program.class);
    private final Secret apiKey;
    private final HttpCaller http;

    private House(StorePair stores, FakeBridge bridge, Secret apiKey, HttpCaller http) {
        this.stores = stores;
        this.bridge = bridge;
        this.apiKey = apiKey;
        this.http = http;
    }

    /// Where the house is built, and of what.
    ///
    /// @param project the folder of the launcher
    /// @param folder emptied first
    /// @param jvmOptions of the three processes
    /// @param people who talk at the same time
    record Site(Path project, Path folder, List<String> jvmOptions, AppendSync aof, int people) {
        Site {
            jvmOptions = List.copyOf(jvmOptions);
        }

        private Path logs() {
            return folder.resolve("logs");
        }

        private void clear() throws IOException {
            StorePair.erase(folder);
            Folders.delete(logs());
            Files.createDirectories(logs());
        }
    }

    /// Builds it; ready when this returns.
    ///
    /// @param opened gets what is to be closed as soon as it is open
    /// @param chats where the replies arrive
    static House open(Site site, Opened opened, Chats chats) throws IOException, SQLException, InterruptedException {
        site.clear();
        StorePair stores = opened.with(StorePair.start(site.folder(), ANY_PORT, ANY_PORT, site.aof()));
        Migrate.migrate(DatabaseAddress.parse(stores.postgres().url().toString()));
        String webhookSecret = UUID.randomUUID().toString();
        HttpCaller http = opened.with(new HttpCaller(site.people()));
        FakeBridge bridge = opened.with(FakeBridge.start(webhookSecret, http, chats::arrived));
        Secret apiKey = new Secret(UUID.randomUUID().toString());
        House house = new House(stores, bridge, apiKey, http);
        house.startProcesses(site, opened, webhookSecret);
        return house;
    }

    FakeBridge bridge() {
        return bridge;
    }

    URI gateway() {
        return process(Program.GATEWAY).address();
    }

    RunningStore postgres() {
        return stores.postgres();
    }

    RunningStore redis() {
        return stores.redis();
    }

    ChildProcess process(Program program) {
        return Objects.requireNonNull(processes.get(program));
    }

    MetricsPage metrics(Program program) throws IOException {
        return MetricsPage.read(http, process(program).address(), apiKey);
    }

    /// To be closed.
    Connection database() throws SQLException {
        DatabaseAddress address = DatabaseAddress.parse(stores.postgres().url().toString());
        return DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal());
    }

    private void startProcesses(Site site, Opened opened, String webhookSecret)
            throws IOException, InterruptedException {
        Map<Program, Integer> ports = new EnumMap<>(Program.class);
        for (Program program : Program.values()) {
            ports.put(program, Ports.free(ANY_PORT));
        }
        Setting setting =
                new Setting(site.project(), site.jvmOptions(), environment(site, ports, webhookSecret), site.logs());
        for (Program program : Program.values()) {
            int port = Objects.requireNonNull(ports.get(program));
            processes.put(program, opened.with(ChildProcess.start(program, port, setting)));
        }
        for (ChildProcess process : processes.values()) {
            process.awaitReady(http);
        }
    }

    /// As in dev, where mails are written to the log and nobody sees that we type, without waiting for bursts.
    private Map<String, String> environment(Site site, Map<Program, Integer> ports, String webhookSecret) {
        Map<String, String> environment = new HashMap<>();
        environment.put("ENV", "dev");
        environment.put("DATA_DIR", site.folder().toString());
        environment.put("LOG_DIR", site.logs().toString());
        environment.put("DATABASE_URL", stores.postgres().url().toString());
        environment.put("REDIS_URL", stores.redis().url().toString());
        environment.put("BOT_API_KEY", apiKey.reveal());
        environment.put("BOT_URL", "http://127.0.0.1:" + ports.get(Program.BOT_API));
        environment.put("BOT_PORT", "" + ports.get(Program.BOT_API));
        environment.put("GATEWAY_URL", "http://127.0.0.1:" + ports.get(Program.GATEWAY));
        environment.put("GATEWAY_PORT", "" + ports.get(Program.GATEWAY));
        environment.put("WORKER_PORT", "" + ports.get(Program.WORKER));
        environment.put("SETTLE_WINDOW", "PT0S");
        environment.put("CONGRESS_DIR", site.project().resolve("congress").toString());
        environment.put("GOWA_URL", bridge.address().toString());
        environment.put("GOWA_WEBHOOK_SECRET", webhookSecret);
        return environment;
    }
}
