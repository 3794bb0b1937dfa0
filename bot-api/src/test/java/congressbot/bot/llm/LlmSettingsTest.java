package congressbot.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Env;
import congressbot.wire.process.InvalidConfiguration;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmSettingsTest {
    private static final String KEY = "sk-a-key-of-somebody";

    @Test
    void without_a_key_there_is_no_model() {
        Env env = new Env(Map.of("OPENAI_MODEL", "some-model"));

        assertThat(LlmSettings.from(env)).isEmpty();
        env.finish();
    }

    @Test
    void a_key_is_enough() {
        Env env = new Env(Map.of("OPENAI_API_KEY", KEY));

        LlmSettings settings = LlmSettings.from(env).orElseThrow();

        env.finish();
        assertThat(settings.server().baseUrl()).isEqualTo(URI.create("https://api.openai.com/v1"));
        assertThat(settings.server().model()).isEqualTo("gpt-4o-mini");
        assertThat(settings.server().embeddingModel()).isEmpty();
        assertThat(settings.server().visionModel()).isEmpty();
        assertThat(settings.patience())
                .isEqualTo(new LlmSettings.Patience(Duration.ofSeconds(8), 2, Duration.ofSeconds(18), 12));
        assertThat(settings.spending().daily()).isEmpty();
        assertThat(settings.spending().callsOfAPerson()).isEqualTo(40);
        assertThat(settings.freedom().tools()).isTrue();
        assertThat(settings.toString()).doesNotContain(KEY);
    }

    @Test
    void everything_can_be_said() {
        LlmSettings settings = read(Map.of(
                "OPENAI_BASE_URL", "http://127.0.0.1:11434/v1/",
                "OPENAI_PRICE_INPUT", "0.15",
                "OPENAI_PRICE_OUTPUT", "0.6",
                "OPENAI_DAILY_BUDGET", "2.50",
                "OPENAI_TOOLS", "false",
                "OPENAI_LINK_HOSTS", "Maps.example, turismo.example,"));

        assertThat(settings.server().baseUrl()).isEqualTo(URI.create("http://127.0.0.1:11434/v1"));
        assertThat(settings.spending().daily()).contains(new BigDecimal("2.50"));
        assertThat(settings.freedom().tools()).isFalse();
        assertThat(settings.freedom().linkHosts()).containsExactly("maps.example", "turismo.example");
    }

    @Test
    void a_budget_of_nothing_is_none() {
        assertThat(read(Map.of("OPENAI_DAILY_BUDGET", "0")).spending().daily()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_BASE_URL, somewhere",
        "OPENAI_BASE_URL, ftp://example.org/v1",
        "OPENAI_PRICE_INPUT, cheap",
        "OPENAI_PRICE_OUTPUT, -1",
        "OPENAI_PRICE_OUTPUT, 1e99",
        "OPENAI_DAILY_BUDGET, 5",
        "OPENAI_TIMEOUT, PT30S",
        "OPENAI_TOOLS, perhaps",
        "HISTORY_TURNS, 100"
    })
    void what_makes_no_sense_is_refused(String variable, String value) {
        Map<String, String> variables = new HashMap<>(Map.of("OPENAI_API_KEY", KEY, variable, value));
        Env env = new Env(variables);

        LlmSettings.from(env);

        assertThatThrownBy(env::finish).isInstanceOf(InvalidConfiguration.class).hasMessageContaining(variable);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0, 150", "0, 1000, 600", "1234, 567, 526", "1, 0, 1", "0, 0, 0"})
    void tokens_cost_millionths_rounded_up(int input, int output, long micros) {
        Prices prices = new Prices(new BigDecimal("0.15"), new BigDecimal("0.60"));

        assertThat(prices.micros(input, output)).isEqualTo(micros);
    }

    private static LlmSettings read(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("OPENAI_API_KEY", KEY);
        Env env = new Env(variables);
        LlmSettings settings = LlmSettings.from(env).orElseThrow();
        env.finish();
        return settings;
    }
}
