package congressbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import congressbot.bot.testing.FakeGateway;
import congressbot.bot.testing.TestBot;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Variable;
import congressbot.wire.resource.ResourceFile;
import congressbot.wire.testing.TestRedis;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator reads of bot-api when all is well, and of each thing that is not. Ports stand as words.
class BotDoctorTest {
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("bot@ufg.br", "bot", "senha-do-e-mail"));

    private static BotApi bot;
    private static ProcessServer gateway;
    private static Javalin model;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void start() {
        TestDatabase.emptied();
        TestRedis.emptied().close();
        MAIL.start();
        Health health = new Health(InstantSource.system());
        health.check("redis", Health.Status.Healthy::new);
        gateway = ProcessServer.start(
                0,
                new ProcessServer.Common(
                        FakeGateway.KEY, health, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
                _ -> {});
        bot = BotApi.start(TestBot.settings(Map.of(Variable.SMTP_HOST, "localhost", Variable.SMTP_FROM, "bot@ufg.br")));
        model = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/v1/models", BotDoctorTest::models);
                    config.routes.get("/broke/models", call -> call.status(429));
                    config.routes.get("/odd/models", call -> call.result("<html>"));
                })
                .start(0);
    }

    private static void models(Context call) {
        boolean known = "Bearer sk-certa".equals(call.header("Authorization"));
        call.status(known ? 200 : 401).contentType("application/json");
        call.result(known ? "{\"data\":[{\"id\":\"gpt-4o-mini\"},{\"id\":\"gpt-4o-mini-transcribe\"}]}" : "{}");
    }

    @AfterAll
    static void stop() {
        bot.close();
        gateway.close();
        model.stop();
        MAIL.stop();
    }

    @BeforeEach
    void set() {
        environment.putAll(Map.of(
                "DATA_DIR",
                folder.toString(),
                "DATABASE_URL",
                TestDatabase.url(),
                "REDIS_URL",
                TestRedis.uri().toString(),
                "BOT_API_KEY",
                FakeGateway.KEY.reveal(),
                "BOT_PORT",
                "" + bot.port(),
                "PUBLIC_URL",
                "http://127.0.0.1:" + bot.port(),
                "GATEWAY_URL",
                "http://127.0.0.1:" + gateway.port(),
                "CONGRESS_DIR",
                "../congress"));
        environment.putAll(Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", "" + MAIL.getSmtp().getPort(),
                "SMTP_SECURITY", "none",
                "SMTP_FROM", "Congresso <bot@ufg.br>",
                "SMTP_USER", "bot",
                "SMTP_PASSWORD", "senha-do-e-mail",
                "OPENAI_API_KEY", "sk-certa",
                "OPENAI_BASE_URL", "http://127.0.0.1:" + model.port() + "/v1"));
    }

    @Test
    void when_all_is_well() {
        assertTold("well");
    }

    @Test
    void what_is_not_configured_is_off() {
        environment.keySet().removeIf(name -> name.startsWith("SMTP_") || name.startsWith("OPENAI_"));

        assertTold("off");
    }

    @Test
    void nothing_else_runs() {
        environment.put("DATABASE_URL", "postgresql://bot:senha@127.0.0.1:1/congressbot");
        environment.put("DATABASE_READ_URL", "postgresql://bot:senha@127.0.0.1:1/congressbot");
        environment.put("REDIS_URL", "redis://127.0.0.1:1");
        environment.put("BOT_PORT", "1");
        environment.put("PUBLIC_URL", "http://127.0.0.1:1");
        environment.put("GATEWAY_URL", "http://127.0.0.1:1");
        environment.put("SMTP_PORT", "1");
        environment.put("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");

        assertTold("alone", "senha@");
    }

    @Test
    void others_refuse_us() {
        environment.put("BOT_API_KEY", "another key of thirty-two letters");
        environment.put("SMTP_PASSWORD", "errada");
        environment.put("OPENAI_API_KEY", "sk-errada");

        assertTold("refused", "errada", "thirty-two");
    }

    @Test
    void the_model_is_another_costs_too_much_or_says_nothing() {
        environment.put("OPENAI_MODEL", "gpt-9");
        environment.put("TRANSCRIPTION_BASE_URL", "http://127.0.0.1:" + model.port() + "/broke");
        assertTold("other-model");

        environment.put("OPENAI_BASE_URL", "http://127.0.0.1:" + model.port() + "/odd");
        environment.put("TRANSCRIPTION_BASE_URL", "http://127.0.0.1:" + model.port() + "/nowhere");
        assertTold("silent-model");
    }

    @Test
    void the_database_is_empty_unknown_or_closed_to_us() {
        Jdbi admin = TestDatabase.emptied();
        admin.useHandle(handle -> {
            handle.execute("CREATE DATABASE bare");
            handle.execute("CREATE ROLE guest LOGIN");
            handle.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest");
            handle.execute("GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO guest");
            handle.execute("REVOKE UPDATE, DELETE ON audit_log FROM guest");
        });
        try {
            environment.put("DATABASE_URL", database("postgres", "bare"));
            assertThat(told()).contains("  ERRO    PostgreSQL responde, mas não tem as tabelas.");
            environment.put("DATABASE_URL", database("postgres", "nirgends"));
            assertThat(told()).contains("  ERRO    PostgreSQL responde, mas o banco de", "/nirgends não existe.");
            environment.put("DATABASE_URL", database("nobody", "postgres"));
            assertThat(told()).contains("recusa o usuário ou a senha.");
            environment.put("DATABASE_URL", database("guest", "postgres"));
            assertThat(told()).contains("e bot-api pode tudo o que precisa nele");
            admin.useHandle(handle -> handle.execute("REVOKE UPDATE ON outbox, inbox FROM guest"));
            assertThat(told())
                    .contains("  ERRO    O usuário de DATABASE_URL não pode ler e escrever tudo em: inbox, outbox.");
        } finally {
            admin.useHandle(handle -> {
                handle.execute("DROP DATABASE bare WITH (FORCE)");
                handle.execute("DROP OWNED BY guest");
                handle.execute("DROP ROLE guest");
            });
        }
    }

    @Test
    void a_replica_that_is_none_is_told() {
        environment.put("DATABASE_READ_URL", TestDatabase.url());

        assertThat(told()).contains("  aviso   Em DATABASE_READ_URL", "está um banco principal, e não uma réplica.");
    }

    @Test
    void a_congress_with_mistakes_is_told_line_by_line() throws IOException {
        Files.writeString(folder.resolve("congress.yaml"), "name: Congresso\nstart: ontem\n");
        environment.put("CONGRESS_DIR", folder.toString());
        assertThat(told()).contains("congress.yaml, linha 2: ").doesNotContain("must be", "is missing");

        environment.put("CONGRESS_DIR", folder.resolve("nada").toString());
        assertThat(told()).contains("  ERRO    Não há congresso em");
    }

    private static String database(String user, String name) {
        URI known = URI.create(TestDatabase.url());
        return "postgresql://" + user + ":x@127.0.0.1:" + known.getPort() + "/" + name;
    }

    /// The whole report, as it stands in the file; with the property `doctor.rewrite` it is written there.
    private void assertTold(String name, String... secrets) {
        String told = told();
        if (Boolean.getBoolean("doctor.rewrite")) {
            rewrite(name, told);
        }
        String golden = ResourceFile.beside(BotDoctorTest.class, "doctor/" + name + ".txt")
                .text();

        assertThat(told).isEqualTo(golden);
        assertThat(told).doesNotContain("sk-certa", "senha-do-e-mail", FakeGateway.KEY.reveal());
        for (String secret : secrets) {
            assertThat(told).doesNotContain(secret);
        }
    }

    private String told() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean good = BotDoctor.doctor().examine(new PrintStream(out, true, StandardCharsets.UTF_8), environment);
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(good).isEqualTo(!told.contains("ERRO"));
        return told.replace("127.0.0.1:" + bot.port(), "BOT")
                .replace("127.0.0.1:" + gateway.port(), "GATEWAY")
                .replace("127.0.0.1:" + model.port(), "MODEL")
                .replace("127.0.0.1:" + MAIL.getSmtp().getPort(), "MAIL")
                .replace("127.0.0.1:" + TestRedis.uri().getPort(), "REDIS")
                .replace("127.0.0.1:" + URI.create(TestDatabase.url()).getPort(), "POSTGRES");
    }

    private static void rewrite(String name, String told) {
        try {
            Files.writeString(Path.of("src/test/resources/congressbot/bot/doctor", name + ".txt"), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
