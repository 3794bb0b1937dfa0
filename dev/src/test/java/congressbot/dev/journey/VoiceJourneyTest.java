package congressbot.dev.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Program;
import congressbot.dev.process.Setting;
import congressbot.dev.simulator.Simulator;
import congressbot.dev.stores.EmbeddedPostgres;
import congressbot.dev.stores.EmbeddedRedis;
import congressbot.dev.stores.RunningStore;
import congressbot.migrations.Migrate;
import congressbot.wire.Json;
import congressbot.wire.http.Body;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The way of a voice note through the whole house: a phone of the simulator, the three processes, real stores, and a
/// server for speech.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoiceJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SECRET = "a-secret-of-the-journey-with-32-characters";
    private static final String BASIC = "journey:senha";

    /// Whom the simulator knows by itself.
    private static final String MARIA = "5562900000001";

    private static final String JOAO = "5562900000002";

    private final HttpCaller http = new HttpCaller(8);
    private final SpokenTitle speech = new SpokenTitle();
    private Path folder;
    private RunningStore postgres;
    private RunningStore redis;
    private Simulator simulator;
    private ChildProcess botApi;
    private ChildProcess gateway;
    private ChildProcess worker;

    @BeforeAll
    void openTheHouse(@TempDir Path shared) throws Exception {
        folder = shared;
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), freePort());
        redis = EmbeddedRedis.start(folder.resolve("redis"), freePort());
        DatabaseAddress database = DatabaseAddress.parse(postgres.url().toString());
        Migrate.migrate(database);
        int botPort = freePort();
        int gatewayPort = freePort();
        int workerPort = freePort();
        simulator = simulator(gatewayPort, botPort);
        Setting setting = setting(botPort, gatewayPort, workerPort);
        botApi = ChildProcess.start(Program.BOT_API, botPort, setting);
        gateway = ChildProcess.start(Program.GATEWAY, gatewayPort, setting);
        worker = ChildProcess.start(Program.WORKER, workerPort, setting);
        for (ChildProcess process : List.of(botApi, gateway, worker)) {
            process.awaitReady(http);
        }
        simulator.connect(database);
    }

    @AfterAll
    void closeTheHouse() throws Exception {
        for (AutoCloseable part : List.of(worker, gateway, botApi, simulator, speech, http, redis, postgres)) {
            part.close();
        }
    }

    @Test
    void a_voice_note_is_heard_and_answered_as_if_it_were_typed() throws Exception {
        speak(MARIA);

        String reply = replies(MARIA, 1).getFirst();
        assertThat(reply)
                .startsWith("🎤 entendi: Quero me inscrever, meu nome é Maria da Silva.\n\n")
                .contains("Prazer, Maria!")
                .endsWith("Qual é o seu *e-mail*?");
        assertNothingPersonalIsLogged("Maria", "inscrever", MARIA);
    }

    @Test
    void a_worker_that_dies_while_a_note_is_heard_costs_no_second_hearing() throws Exception {
        int before = speech.paid();
        CountDownLatch gate = speech.hold();
        speak(JOAO);
        await().atMost(PATIENCE).until(() -> speech.paid() == before + 1);

        worker.kill();
        worker.restart();
        gate.countDown();

        assertThat(replies(JOAO, 1)).singleElement().asString().startsWith("🎤 entendi: Quero me inscrever");
        assertThat(speech.paid()).isEqualTo(before + 1);
    }

    private void speak(String phone) throws IOException {
        Call note = Call.post(at("/api/phones/" + phone + "/voice?seconds=4"), "audio/ogg", voiceNote(), SOON);

        assertThat(http.send(note))
                .isInstanceOfSatisfying(
                        Exchange.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(202));
    }

    /// Spoken by espeak-ng, in Opus; its title holds the words.
    private static Body voiceNote() throws IOException {
        try (InputStream file = Objects.requireNonNull(VoiceJourneyTest.class.getResourceAsStream("voice-note.ogg"))) {
            return Body.of(file.readAllBytes());
        }
    }

    private List<String> replies(String phone, int count) {
        return await().atMost(PATIENCE).until(() -> replies(phone), all -> all.size() >= count);
    }

    /// What the bot has said to a phone, as the bridge lists it.
    private List<String> replies(String phone) throws IOException {
        String basic = Base64.getEncoder().encodeToString(BASIC.getBytes(StandardCharsets.UTF_8));
        Call call = Call.get(at("/chat/" + phone + "@s.whatsapp.net/messages?is_from_me=true"), SOON)
                .with("Authorization", "Basic " + basic);
        List<String> texts = new ArrayList<>();
        if (http.send(call) instanceof Exchange.Answered answered) {
            JsonNode messages = Json.MAPPER.readTree(answered.body()).at("/results/data");
            messages.forEach(message -> texts.add(message.path("content").asText()));
        }
        return texts;
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + simulator.port() + path);
    }

    private Simulator simulator(int gatewayPort, int botPort) throws Exception {
        URI botApiAddress = URI.create("http://127.0.0.1:" + botPort);
        return Simulator.start(new Simulator.Settings(
                0,
                folder.resolve("simulator"),
                URI.create("http://127.0.0.1:" + gatewayPort + "/webhooks/gowa"),
                new Secret(SECRET),
                new Secret(BASIC),
                new Simulator.Account("CBAS 2027"),
                () -> new Simulator.Links(botApiAddress, botApiAddress)));
    }

    private Setting setting(int botPort, int gatewayPort, int workerPort) {
        Map<String, String> environment = new HashMap<>();
        environment.put("ENV", "dev");
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
        environment.put("SETTLE_WINDOW", "PT0S");
        environment.put(
                "CONGRESS_DIR", Path.of("..", "congress").toAbsolutePath().toString());
        environment.put("GOWA_URL", "http://127.0.0.1:" + simulator.port());
        environment.put("GOWA_BASIC_AUTH", BASIC);
        environment.put("GOWA_WEBHOOK_SECRET", SECRET);
        environment.put("OPENAI_API_KEY", "sk-journey");
        environment.put("TRANSCRIPTION_BASE_URL", speech.address().toString());
        List<String> jvmOptions = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");
        return new Setting(Path.of(".."), jvmOptions, environment, folder);
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
