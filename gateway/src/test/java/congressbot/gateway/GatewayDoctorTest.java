package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.resource.ResourceFile;
import congressbot.wire.testing.TestRedis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;

/// What an operator reads when all is well, and of each thing that is not. Ports stand as words.
class GatewayDoctorTest {
    private static final TestRedis.Own REDIS = TestRedis.own();

    @TempDir
    Path folder;

    private final TestGateway gateway = new TestGateway(REDIS.uri(), REDIS.client(), 20_000);
    private final int port = gateway.gateway.port();
    private final int gowaPort = gateway.gowa.uri().getPort();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void keepOnDisk() {
        configure("appendonly", "yes");
        configure("appendfsync", "always");
    }

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @BeforeEach
    void set() {
        String here = "http://127.0.0.1:" + port;
        environment.putAll(Map.of(
                "DATA_DIR",
                folder.toString(),
                "REDIS_URL",
                REDIS.uri().toString(),
                "BOT_API_KEY",
                TestGateway.KEY.reveal(),
                "GATEWAY_PORT",
                "" + port,
                "GATEWAY_URL",
                here,
                "GOWA_URL",
                gateway.gowa.uri().toString(),
                "GOWA_BASIC_AUTH",
                "bot:senha",
                "GOWA_DEVICE_ID",
                "congresso",
                "GOWA_WEBHOOK_SECRET",
                Webhooks.SECRET.reveal(),
                "GATEWAY_PASSWORD",
                "uma senha comprida"));
        await().until(() -> !gateway.facts("SessionChanged").isEmpty());
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void when_all_is_well() {
        assertTold("well");
    }

    @Test
    void every_problem_of_the_configuration_at_once() {
        environment.putAll(Map.of(
                "ENV", "prod",
                "GOWA_WEBHOOK_SECRET", "secret",
                "GOWA_BASIC_AUTH", "senha",
                "REDIS_URL", "",
                "GATEWAY_PORT", "oitenta",
                "GATEWAY_PASSWORD", "curta",
                "GOWA_URLL", "http://bridge:3000",
                "BOT_API_KEY_FILE", "/nowhere",
                "CHANNELS", "gowa,telegram"));

        assertTold("configuration", "curta", TestGateway.KEY.reveal());
    }

    @Test
    void nothing_else_runs() {
        gateway.gateway.close();
        gateway.gowa.close();
        environment.put("REDIS_URL", "redis://127.0.0.1:1");
        environment.remove("GATEWAY_PASSWORD");

        assertTold("alone");
    }

    @Test
    void redis_keeps_nothing_throws_things_away_and_has_too_few_replicas() {
        environment.put("QUEUE_REPLICAS", "2");
        configure("appendonly", "no");
        configure("maxmemory-policy", "allkeys-lru");
        try {
            assertTold("redis-forgets");
        } finally {
            configure("appendonly", "yes");
            configure("maxmemory-policy", "noeviction");
        }
    }

    @Test
    void redis_writes_late_and_is_nearly_full() {
        configure("appendfsync", "everysec");
        try (UnifiedJedis redis = REDIS.client()) {
            configure("maxmemory", "" + (long) (usedMemory(redis) * 1.02));
            assertTold("redis-late");
        } finally {
            configure("appendfsync", "always");
            configure("maxmemory", "0");
        }
    }

    private static long usedMemory(UnifiedJedis redis) {
        String told = redis.info("memory");
        return Long.parseLong(told.replaceAll("(?s).*used_memory:([0-9]+).*", "$1"));
    }

    @Test
    void redis_has_another_password_or_tells_this_user_nothing() {
        try (UnifiedJedis redis = REDIS.client()) {
            acl(redis, "SETUSER", "bot", "on", ">right", "~*", "&*", "+@all", "-@dangerous");
            String address = REDIS.uri().toString().replace("redis://", "redis://bot:");

            environment.put("REDIS_URL", address.replace("bot:", "bot:wrong@"));
            assertTold("redis-refused", "wrong");
            environment.put("REDIS_URL", address.replace("bot:", "bot:right@"));
            assertTold("redis-unseen", "right");
            acl(redis, "DELUSER", "bot");
        }
    }

    private static void acl(UnifiedJedis redis, String... words) {
        redis.executeCommand(new CommandArguments(Protocol.Command.ACL).addObjects(List.of(words)));
    }

    @Test
    void the_running_gateway_was_started_with_other_secrets() {
        environment.put("BOT_API_KEY", "another key of thirty-two letters");
        environment.put("GOWA_WEBHOOK_SECRET", "another secret of thirty-two letters");

        assertTold("other-secrets", "thirty-two");
    }

    @Test
    void the_running_gateway_has_other_channels_or_is_another_program() {
        environment.put("CHANNELS", "gowa:norte");
        environment.put("GOWA_URL_NORTE", gateway.gowa.uri().toString());
        assertTold("other-channels");

        environment.put("GATEWAY_PORT", "" + gateway.gowa.uri().getPort());
        assertTold("another-program");
    }

    @Test
    void the_running_gateway_is_degraded() {
        gateway.gowa.onStatus(200, FakeGowa.session(false, false, ""));
        await().until(() -> gateway.get("/health").body().contains("logged out"));

        assertTold("logged-out");
    }

    @Test
    void the_bridge_wants_another_password_has_no_such_device_or_sends_elsewhere() {
        gateway.gowa.devices().webhook("congresso", "http://elsewhere:9/hook", "another secret");
        assertTold("elsewhere", "another secret");

        environment.put("GOWA_DEVICE_ID", "outro");
        assertTold("no-device");
    }

    /// The whole report, as it stands in the file; with the property `doctor.rewrite` it is written there.
    private void assertTold(String name, String... secrets) {
        String told = told();
        if (Boolean.getBoolean("doctor.rewrite")) {
            rewrite(name, told);
        }
        String golden = ResourceFile.beside(GatewayDoctorTest.class, "doctor/" + name + ".txt")
                .text();

        assertThat(told).isEqualTo(golden);
        assertThat(told).doesNotContain("senha comprida", Webhooks.SECRET.reveal(), TestGateway.KEY.reveal());
        for (String secret : secrets) {
            assertThat(told).doesNotContain(secret);
        }
    }

    private String told() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean good = GatewayDoctor.doctor().examine(new PrintStream(out, true, StandardCharsets.UTF_8), environment);
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(good).isEqualTo(!told.contains("ERRO"));
        return told.replace("127.0.0.1:" + REDIS.uri().getPort(), "REDIS")
                .replace("127.0.0.1:" + port, "GATEWAY")
                .replace("127.0.0.1:" + gowaPort, "GOWA")
                .replaceAll("usa [0-9]+ %", "usa N %")
                .replaceAll("Redis [0-9.]+ responde", "Redis N responde");
    }

    private static void rewrite(String name, String told) {
        try {
            Files.writeString(Path.of("src/test/resources/congressbot/gateway/doctor", name + ".txt"), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void configure(String name, String value) {
        try (UnifiedJedis redis = REDIS.client()) {
            redis.configSet(name, value);
        }
    }
}
