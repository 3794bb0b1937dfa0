package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Env;
import congressbot.wire.process.InvalidConfiguration;
import congressbot.wire.queue.RedisAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerSettingsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void in_dev_only_the_key_is_looked_for() {
        Env env = new Env(Map.of("BOT_API_KEY", KEY));

        WorkerSettings settings = WorkerSettings.from(env);

        env.finish();
        assertThat(settings.port()).isEqualTo(8082);
        assertThat(settings.redis()).isEqualTo(RedisAddress.parse("redis://127.0.0.1:16379"));
        assertThat(settings.bot()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.gateway()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(settings.concurrency()).isEqualTo(64);
        assertThat(settings.queue().lease()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.queue().settle()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(settings.patience()).isEqualTo(Patience.NORMAL);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUE_LEASE, PT0S",
        "QUEUE_LEASE, PT0.29S",
        "QUEUE_LEASE, PT31S",
        "SETTLE_WINDOW, PT5.1S",
        "QUEUE_CONCURRENCY, 0",
        "REDIS_URL, nowhere"
    })
    void a_value_out_of_bounds_is_named(String variable, String value) {
        Env env = new Env(Map.of("BOT_API_KEY", KEY, variable, value));

        WorkerSettings.from(env);

        assertThatThrownBy(env::finish).isInstanceOf(InvalidConfiguration.class).hasMessageContaining(variable);
    }
}
