package congressbot.wire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvTest {
    @TempDir
    Path folder;

    @Test
    void in_dev_everything_has_a_default() {
        Env env = env(Map.of());

        assertThat(env.uri(Variable.BOT_URL, "http://localhost:8080")).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(env.duration(Variable.SESSION_TTL, Duration.ofDays(7), Duration.ZERO, Duration.ofDays(30)))
                .hasDays(7);
        env.finish();
    }

    @Test
    void all_problems_are_told_at_once_and_no_value_is_shown() {
        Env env = env(Map.of(
                "ENV", "prod", "BOT_PORT", "80-80", "SESSION_TTL", "seven", "BOT_API_KEY", "short", "GOWA_URI", "x"));
        env.port(Variable.BOT_PORT, 8080);
        env.duration(Variable.SESSION_TTL, Duration.ofDays(7), Duration.ZERO, Duration.ofDays(30));
        env.secret(Variable.BOT_API_KEY);
        env.text(Variable.DATABASE_URL, "postgresql://localhost/x");

        var problem = catchThrowableOfType(InvalidConfiguration.class, env::finish);

        assertThat(problem.problems())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("GOWA_URI is not a variable"))
                .anyMatch(line -> line.startsWith("BOT_PORT: expected a number"))
                .anyMatch(line -> line.startsWith("SESSION_TTL: expected a duration"))
                .anyMatch(line -> line.startsWith("BOT_API_KEY: expected a secret"))
                .anyMatch(line -> line.startsWith("DATABASE_URL is missing"))
                .noneMatch(line -> line.contains("seven") || line.contains("short "));
    }

    @Test
    void an_instance_of_a_bridge_has_variables_of_its_own() {
        Env env = env(Map.of("CHANNELS", "gowa,gowa:norte", "GOWA_URL", "http://a:1", "GOWA_URL_NORTE", "http://b:1"));

        assertThat(env.uri(Variable.GOWA_URL, "http://x")).isEqualTo(URI.create("http://a:1"));
        assertThat(env.instance("norte").uri(Variable.GOWA_URL, "http://x")).isEqualTo(URI.create("http://b:1"));
        env.finish();
    }

    @Test
    void a_problem_of_an_instance_is_told_under_its_name_together_with_all_others() {
        Env env = env(
                Map.of("CHANNELS", "gowa:norte", "GOWA_URL_NORTE", "norte", "SMTP_HOST_NORTE", "x", "BOT_PORT", "x"));
        env.instance("norte").uri(Variable.GOWA_URL, "http://x");
        env.port(Variable.BOT_PORT, 8080);

        var problem = catchThrowableOfType(InvalidConfiguration.class, env::finish);

        assertThat(problem.problems())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("SMTP_HOST_NORTE is not a variable"))
                .anyMatch(line -> line.startsWith("GOWA_URL_NORTE: expected an address"))
                .anyMatch(line -> line.startsWith("BOT_PORT: expected"));
    }

    @Test
    void a_value_may_stand_in_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "0123456789abcdef0123456789abcdef\n");
        Env env = env(Map.of("BOT_API_KEY_FILE", file.toString()));

        assertThat(env.secret(Variable.BOT_API_KEY).matches("0123456789abcdef0123456789abcdef"))
                .isTrue();
        env.finish();
    }

    @Test
    void a_value_given_twice_is_refused() {
        Env env = env(Map.of("BOT_URL", "http://a", "BOT_URL_FILE", "/dev/null"));
        env.uri(Variable.BOT_URL, "http://b");

        assertThatThrownBy(env::finish).hasMessageContaining("given twice");
    }

    @Test
    void two_processes_find_the_same_secret_that_nobody_set() {
        Secret first = env(Map.of()).secret(Variable.BOT_API_KEY);
        Secret second = env(Map.of()).secret(Variable.BOT_API_KEY);

        assertThat(first.matches(second.reveal())).isTrue();
        assertThat(first.reveal()).hasSize(64);
        assertThat(first.toString()).doesNotContain(first.reveal());
    }

    @Test
    void in_prod_no_secret_is_made_up_silently() {
        Env env = env(Map.of("ENV", "prod"));
        env.secret(Variable.BOT_API_KEY);

        assertThatThrownBy(env::finish).hasMessageContaining("BOT_API_KEY is missing");
    }

    @Test
    void a_secret_that_need_not_be_given_is_still_long_enough() {
        Env env = env(Map.of("PANEL_PASSWORD", "curtinha"));

        assertThat(env(Map.of()).optionalSecret(Variable.PANEL_PASSWORD, 12)).isEmpty();
        assertThat(env.optionalSecret(Variable.PANEL_PASSWORD, 12)).isEmpty();
        assertThatThrownBy(env::finish)
                .hasMessageContaining("PANEL_PASSWORD: expected a secret of at least 12 characters")
                .hasMessageNotContaining("curtinha");
    }

    @Test
    void an_address_of_another_kind_is_refused() {
        Env env = env(Map.of("REDIS_URL", "http://redis:6379"));
        env.uri(Variable.REDIS_URL, "redis://127.0.0.1:16379");

        assertThatThrownBy(env::finish).hasMessageContaining("REDIS_URL: expected an address like redis://");
    }

    @Test
    void an_address_that_is_shown_holds_no_password() {
        Env env = env(Map.of("BOT_URL", "http://user:password@bot:8080", "GATEWAY_URL", "https://user@gateway"));
        env.uri(Variable.BOT_URL, "http://localhost:8080");
        env.address(Variable.GATEWAY_URL, URI.create("http://localhost:8081"));

        assertThatThrownBy(env::finish)
                .hasMessageContaining("BOT_URL: expected an address like http://localhost:8080")
                .hasMessageContaining("GATEWAY_URL: expected an address")
                .hasMessageNotContaining("user");
    }

    @Test
    void another_programs_variable_is_no_error() {
        env(Map.of("OPENAI_ORGANISATION", "x", "PATH", "/bin", "GOWA_URL", "http://gowa:3000"))
                .finish();
    }

    private Env env(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("DATA_DIR", folder.toString());
        return new Env(all);
    }
}
