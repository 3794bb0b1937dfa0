package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Health.Status;
import congressbot.wire.process.Secret;
import congressbot.wire.testing.TestRedis;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerDoctorTest {
    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");

    @TempDir
    Path folder;

    private Status status = new Status.Healthy();
    private final ProcessServer neighbour = neighbour();

    private ProcessServer neighbour() {
        Health health = new Health(InstantSource.system());
        health.check("redis", () -> status);
        return ProcessServer.start(
                0,
                new ProcessServer.Common(KEY, health, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
                _ -> {});
    }

    @AfterEach
    void close() {
        neighbour.close();
    }

    @Test
    void when_all_is_well() {
        assertThat(told(Map.of())).isEqualTo("""

                worker
                  ok      Configuração completa.
                  ok      Redis responde em REDIS.
                  ok      worker está no ar em http://HERE, e tudo nele funciona.
                  ok      bot-api responde em http://HERE e aceita a nossa chave.
                  ok      gateway responde em http://HERE e aceita a nossa chave.
                """);
    }

    @Test
    void when_a_part_of_it_fails_and_a_neighbour_is_away() {
        status = new Status.Failing("no answer");

        assertThat(told(Map.of("GATEWAY_URL", "http://127.0.0.1:1")))
                .contains("  ERRO    worker está no ar, mas \"redis\" não funciona: no answer.")
                .contains("  ERRO    gateway não responde em http://127.0.0.1:1.");
    }

    @Test
    void when_a_setting_is_wrong() {
        assertThat(told(Map.of("QUEUE_LEASE", "PT1H", "SETTLE_WINDOW", "logo"))).isEqualTo("""

                worker
                  ERRO    QUEUE_LEASE não tem um valor que sirva.
                          → Corrija no .env: uma duração de PT1S a PT30S; ou nada.
                  ERRO    SETTLE_WINDOW não tem um valor que sirva.
                          → Corrija no .env: uma duração de PT0S a PT5S; ou nada.
                  –       O resto só pode ser verificado com a configuração completa.
                """);
    }

    private String told(Map<String, String> more) {
        String here = "http://127.0.0.1:" + neighbour.port();
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATA_DIR",
                folder.toString(),
                "REDIS_URL",
                TestRedis.uri().toString(),
                "BOT_API_KEY",
                KEY.reveal(),
                "WORKER_PORT",
                "" + neighbour.port(),
                "BOT_URL",
                here,
                "GATEWAY_URL",
                here));
        environment.putAll(more);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean good = WorkerDoctor.doctor().examine(new PrintStream(out, true, StandardCharsets.UTF_8), environment);
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(good).isEqualTo(!told.contains("ERRO"));
        return told.replace("127.0.0.1:" + neighbour.port(), "HERE")
                .replace("127.0.0.1:" + TestRedis.uri().getPort(), "REDIS");
    }
}
