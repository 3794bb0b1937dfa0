package congressbot.dev.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.BotApi;
import congressbot.dev.demo.DemoProcess;
import congressbot.gateway.Gateway;
import congressbot.migrations.Migrate;
import congressbot.worker.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All that `./congress-bot doctor` calls, beside a demo that runs.
class DoctorTest {
    private static final List<Class<?>> PROCESSES = List.of(Migrate.class, Gateway.class, Worker.class, BotApi.class);

    private static final int PATIENCE_S = 60;

    @TempDir
    static Path data;

    private static Optional<DemoProcess> demo = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        demo = Optional.of(DemoProcess.start(data, "--bridge", "wuzapi"));
    }

    @AfterAll
    static void stop() {
        demo.ifPresent(DemoProcess::close);
    }

    private record Told(int status, String text) {}

    @Test
    void a_house_that_works_has_no_problem() throws Exception {
        for (Class<?> process : PROCESSES) {
            Told told = doctor(process, Map.of());

            assertThat(told.text())
                    .startsWith("\n")
                    .contains("ok      Configuração completa.")
                    .doesNotContain("ERRO");
            assertThat(told.status()).isZero();
        }
        assertThat(doctor(Gateway.class, Map.of()).text())
                .contains("ok      wuzapi: O gateway em execução aceita um evento de teste assinado");
    }

    @Test
    void each_process_tells_its_own_problems_and_ends_with_one() throws Exception {
        Told bridge = doctor(Gateway.class, Map.of("WUZAPI_TOKEN", "another"));
        Told redis = doctor(Worker.class, Map.of("REDIS_URL", "redis://127.0.0.1:1"));
        Told database = doctor(Migrate.class, Map.of("DATABASE_URL", "none"));
        Told mail = doctor(BotApi.class, Map.of("SMTP_PORT", "1"));

        assertThat(bridge.text()).contains("ERRO    wuzapi: A ponte recusa a senha de WUZAPI_TOKEN.");
        assertThat(redis.text()).contains("ERRO    Redis não responde em 127.0.0.1:1.");
        assertThat(database.text()).contains("ERRO    DATABASE_URL não tem um valor que sirva.");
        assertThat(mail.text()).contains("ERRO    O servidor de e-mail não responde em 127.0.0.1:1.");
        for (Told told : List.of(bridge, redis, database, mail)) {
            assertThat(told.status()).isEqualTo(1);
        }
    }

    private static Told doctor(Class<?> process, Map<String, String> more) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        process.getName(),
                        "--check")
                .redirectErrorStream(true);
        builder.environment().put("DATA_DIR", data.resolve("demo").toString());
        builder.environment()
                .put("CONGRESS_DIR", Path.of("../congress").toAbsolutePath().toString());
        builder.environment().putAll(more);
        Process child = builder.start();
        String text = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return new Told(child.exitValue(), text);
    }
}
