package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Env;
import congressbot.wire.process.InvalidConfiguration;
import congressbot.wire.queue.RedisAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaySettingsTest {
    private static final String SECRET = "segredo-de-teste-do-congresso-0001";

    @TempDir
    private Path dataDir;

    @Test
    void in_dev_everything_has_a_default() {
        GatewaySettings settings = read(Map.of());

        assertThat(settings.port()).isEqualTo(8081);
        assertThat(settings.redis()).isEqualTo(RedisAddress.parse("redis://127.0.0.1:16379"));
        assertThat(paths(settings)).containsExactly("gowa");
        assertThat(settings.maxWaiting()).isEqualTo(20_000);
        assertThat(settings.intake()).isEmpty();
    }

    @Test
    void in_strict_mode_messages_are_stored_by_bot_api_which_prod_must_name() {
        assertThat(read(Map.of("QUEUE_STRICT", "true")).intake()).contains(URI.create("http://127.0.0.1:8080"));
        assertThat(read(Map.of("QUEUE_STRICT", "true", "BOT_URL", "http://bot:1"))
                        .intake())
                .contains(URI.create("http://bot:1"));
        assertThat(problems(Map.of("ENV", "prod", "QUEUE_STRICT", "true")))
                .anyMatch(problem -> problem.startsWith("BOT_URL"));
    }

    @Test
    void several_bridges_stand_side_by_side_each_with_variables_of_its_own() {
        GatewaySettings settings = read(Map.of("CHANNELS", "gowa, gowa:norte", "GOWA_URL_NORTE", "http://norte:3000"));

        assertThat(paths(settings)).containsExactly("gowa", "gowa/norte");
        assertThat(problems(Map.of("CHANNELS", "gowa,gowa:norte", "GOWA_URL_NORTE", "norte")))
                .singleElement()
                .asString()
                .startsWith("GOWA_URL_NORTE");
        assertThat(problems(Map.of("CHANNELS", "gowa,gowa:norte", "GOWA_URL_SUL", "http://sul:3000")))
                .singleElement()
                .asString()
                .startsWith("GOWA_URL_SUL");
    }

    @ParameterizedTest
    @CsvSource({
        "CHANNELS, pigeon",
        "CHANNELS, 'gowa,meta'",
        "CHANNELS, 'gowa,gowa'",
        "CHANNELS, 'gowa:Norte'",
        "CHANNELS, 'gowa,'",
        "GOWA_WEBHOOK_SECRET, secret",
        "GOWA_BASIC_AUTH, nobody",
        "GOWA_URL, localhost",
        "REDIS_URL, http://127.0.0.1:6379",
        "BOT_API_KEY, short",
        "QUEUE_MAX_WAITING, 0",
        "QUEUE_STRICT, yes",
        "QUEUE_REPLICAS, 6",
        "BOT_URL, bot-api"
    })
    void a_value_that_cannot_be_used_is_a_problem(String name, String value) {
        assertThat(problems(Map.of(name, value)))
                .singleElement()
                .asString()
                .startsWith(name)
                .doesNotContain("localhost", "nobody");
    }

    @Test
    void in_prod_what_matters_must_be_said() {
        assertThat(problems(Map.of("ENV", "prod")))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactlyInAnyOrder("REDIS_URL", "BOT_API_KEY", "GOWA_URL", "GOWA_WEBHOOK_SECRET");
    }

    @Test
    void secrets_are_not_shown() {
        GatewaySettings settings =
                read(Map.of("GOWA_WEBHOOK_SECRET", SECRET, "GOWA_BASIC_AUTH", "bot:senha", "BOT_API_KEY", SECRET));

        assertThat(settings.toString()).doesNotContain(SECRET, "senha");
    }

    private static List<String> paths(GatewaySettings settings) {
        return settings.bridges().stream().map(plan -> plan.instance().path()).toList();
    }

    private List<String> problems(Map<String, String> variables) {
        InvalidConfiguration[] thrown = new InvalidConfiguration[1];
        assertThatThrownBy(() -> read(variables))
                .isInstanceOfSatisfying(InvalidConfiguration.class, e -> thrown[0] = e);
        return thrown[0].problems();
    }

    private GatewaySettings read(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("DATA_DIR", dataDir.toString());
        Env env = new Env(all);
        GatewaySettings settings = GatewaySettings.from(env);
        env.finish();
        return settings;
    }
}
