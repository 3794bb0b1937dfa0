package congressbot.dev.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import congressbot.dev.bridge.FakeBridge;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Program;
import congressbot.dev.process.Setting;
import congressbot.dev.stores.EmbeddedPostgres;
import congressbot.dev.stores.EmbeddedRedis;
import congressbot.dev.stores.RunningStore;
import congressbot.migrations.Migrate;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The whole house: a bridge, three processes, real stores, a mail server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MESSAGES = 8;
    private static final Duration LATE_REPEATS = Duration.ofSeconds(12);
    private static final String SECRET = "a-secret-of-the-journey-with-32-characters";

    private final HttpCaller http = new HttpCaller(16);
    private final List<FakeBridge.Sent> sent = new CopyOnWriteArrayList<>();
    private final FakeBridge bridge = FakeBridge.start(SECRET, http, sent::add);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final AtomicInteger ids = new AtomicInteger();
    private final List<String> phones = new CopyOnWriteArrayList<>();
    private Path folder;
    private RunningStore postgres;
    private RunningStore redis;
    private ChildProcess gateway;
    private ChildProcess worker;
    private ChildProcess botApi;

    @BeforeAll
    void openTheHouse(@TempDir Path shared) throws Exception {
        folder = shared;
        mail.start();
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), freePort());
        redis = EmbeddedRedis.start(folder.resolve("redis"), freePort());
        Migrate.migrate(DatabaseAddress.parse(postgres.url().toString()));
        int gatewayPort = freePort();
        int workerPort = freePort();
        int botPort = freePort();
        Map<String, String> environment = new HashMap<>();
        environment.put("ENV", "prod");
        environment.put("DATA_DIR", folder.toString());
        environment.put("LOG_DIR", folder.resolve("logs").toString());
        environment.put("DATABASE_URL", postgres.url().toString());
        environment.put("REDIS_URL", redis.url().toString());
        environment.put("BOT_API_KEY", "0123456789abcdef0123456789abcdef");
        environment.put("BOT_URL", "http://127.0.0.1:" + botPort);
        environment.put("BOT_PORT", "" + botPort);
        environment.put("GATEWAY_URL", "http://127.0.0.1:" + gatewayPort);
        environment.put("GATEWAY_PORT", "" + gatewayPort);
        environment.put("WORKER_PORT", "" + workerPort);
        environment.put("PUBLIC_URL", "http://localhost:" + botPort);
        environment.put("SETTLE_WINDOW", "PT0S");
        environment.put(
                "CONGRESS_DIR", Path.of("..", "congress").toAbsolutePath().toString());
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", "" + mail.getSmtp().getPort());
        environment.put("SMTP_SECURITY", "none");
        environment.put("SMTP_FROM", "Congresso <nao-responda@congresso.example>");
        environment.put("GOWA_URL", bridge.address().toString());
        environment.put("GOWA_WEBHOOK_SECRET", SECRET);
        Map<String, String> withPlainMail = new HashMap<>(environment);
        withPlainMail.put("ENV", "dev"); // prod insists on a mail server with a certificate
        botApi = ChildProcess.start(Program.BOT_API, botPort, setting(withPlainMail));
        gateway = ChildProcess.start(Program.GATEWAY, gatewayPort, setting(environment));
        worker = ChildProcess.start(Program.WORKER, workerPort, setting(environment));
        for (ChildProcess process : List.of(botApi, gateway, worker)) {
            process.awaitReady(http);
        }
    }

    /// A reply that was sent and not noted comes again when its reservation has run out or the relay's turn has come.
    @AfterAll
    void closeTheHouse() throws Exception {
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM outbox WHERE status = 'pending'") == 0);
        await().during(LATE_REPEATS)
                .atMost(PATIENCE)
                .until(() -> phones.stream().allMatch(phone -> sentTo(phone).size() == MESSAGES));
        for (AutoCloseable part : List.of(worker, gateway, botApi, bridge, http, redis, postgres)) {
            part.close();
        }
        mail.stop();
    }

    @Test
    void a_person_registers_over_whatsapp() throws Exception {
        List<String> replies = register("5562998765432", "Maria da Silva", "maria@ufg.br", "529.982.247-25", _ -> {});

        assertThat(replies).hasSize(MESSAGES);
        assertThat(participants("maria@ufg.br")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> mailsTo("maria@ufg.br") == 1);
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM outbox WHERE status <> 'sent'") == 0);
        assertNothingPersonalIsLogged("maria@ufg.br", "52998224725", "529.982.247-25", "5562998765432", "Maria");
    }

    @Test
    void a_worker_that_is_killed_costs_nothing() throws Exception {
        survives(worker, "5562900000001", "Ana de Souza", "ana@ufg.br", "111.444.777-35");
    }

    @Test
    void a_bot_api_that_is_killed_costs_nothing() throws Exception {
        survives(botApi, "5562900000002", "Bia de Souza", "bia@ufg.br", "390.533.447-05");
    }

    @Test
    void a_gateway_that_is_killed_costs_nothing() throws Exception {
        survives(gateway, "5562900000003", "Caio de Souza", "caio@ufg.br", "153.509.460-56");
    }

    /// A registration in whose middle the process dies right after a message was accepted, and comes back.
    private void survives(ChildProcess victim, String phone, String name, String email, String cpf) throws Exception {
        List<String> replies = register(phone, name, email, cpf, message -> {
            if (message == 4) {
                victim.kill();
                victim.restart();
            }
        });

        assertThat(replies).doesNotHaveDuplicates().hasSize(MESSAGES);
        assertThat(participants(email)).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> mailsTo(email) == 1);
        assertThat(count("SELECT count(*) FROM dead_letters")).isZero();
    }

    /// What happens right after a message was accepted; the first one is 1.
    @FunctionalInterface
    private interface Meanwhile {
        void happens(int message) throws Exception;
    }

    private List<String> register(String phone, String name, String email, String cpf, Meanwhile meanwhile)
            throws Exception {
        List<String> texts = List.of("quero me inscrever", name, email, cpf, "(62) 99876-5432", "Goiânia", "1", "sim");
        phones.add(phone);
        for (int i = 0; i < texts.size(); i++) {
            deliver(new FakeBridge.Written(phone, "3A" + ids.incrementAndGet(), texts.get(i)));
            meanwhile.happens(i + 1);
            int expected = i + 1;
            await().atMost(PATIENCE).until(() -> sentTo(phone).size() >= expected);
        }
        return sentTo(phone);
    }

    private Setting setting(Map<String, String> environment) {
        List<String> jvmOptions = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");
        return new Setting(Path.of(".."), jvmOptions, environment, folder);
    }

    /// As the real bridge: again and again, until it is taken.
    private void deliver(FakeBridge.Written message) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> bridge.deliver(gateway.address(), message));
    }

    private List<String> sentTo(String phone) {
        return sent.stream()
                .filter(message -> message.phone().equals(phone))
                .map(FakeBridge.Sent::text)
                .toList();
    }

    private int participants(String email) throws SQLException {
        return count("SELECT count(*) FROM participants WHERE email = '" + email + "'");
    }

    private long mailsTo(String email) {
        return List.of(mail.getReceivedMessages()).stream()
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(email);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }

    private int count(String query) throws SQLException {
        DatabaseAddress address = DatabaseAddress.parse(postgres.url().toString());
        try (Connection connection = DriverManager.getConnection(
                        address.jdbcUrl(), address.user(), address.password().reveal());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void assertNothingPersonalIsLogged(String... values) throws IOException {
        List<Path> logs = new ArrayList<>(List.of(gateway.console(), worker.console(), botApi.console()));
        for (String name : List.of("gateway.log", "worker.log", "app.log")) {
            logs.add(folder.resolve("logs").resolve(name));
        }
        for (Path log : logs) {
            assertThat(Files.readString(log)).isNotEmpty().doesNotContain(values);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
