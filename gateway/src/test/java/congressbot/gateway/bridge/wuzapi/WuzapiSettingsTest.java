package congressbot.gateway.bridge.wuzapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Env;
import congressbot.wire.process.InvalidConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WuzapiSettingsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path dataDir;

    @Test
    void in_dev_everything_has_a_default() {
        WuzapiSettings settings = WuzapiSettings.from(env(Map.of()));

        assertThat(settings.url()).isEqualTo(URI.create("http://127.0.0.1:8088"));
        assertThat(settings.hmacKeys()).hasSize(1);
        assertThat(settings.webhookKey().reveal()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(settings.files()).isEmpty();
        assertThat(settings.toString()).doesNotContain(settings.hmacKey().reveal());
    }

    @Test
    void two_keys_hold_while_they_are_exchanged_and_the_present_one_is_told() {
        WuzapiSettings settings = WuzapiSettings.from(
                env(Map.of("WUZAPI_HMAC_KEY", KEY, "WUZAPI_PREVIOUS_HMAC_KEY", "the-one-before-0123456789abcdefgh")));

        assertThat(settings.hmacKeys()).hasSize(2);
        assertThat(settings.hmacKey().reveal()).isEqualTo(KEY);
    }

    @Test
    void an_instance_has_variables_of_its_own() {
        Env whole = env(Map.of(
                "CHANNELS", "wuzapi,wuzapi:norte",
                "WUZAPI_TOKEN_NORTE", "token-do-norte",
                "WUZAPI_S3_URL_NORTE", "https://arquivos.exemplo.org/congresso"));

        WuzapiSettings norte = WuzapiSettings.from(whole.instance("norte"));

        assertThat(norte.token().reveal()).isEqualTo("token-do-norte");
        assertThat(norte.files()).contains(URI.create("https://arquivos.exemplo.org/congresso"));
        assertThat(WuzapiSettings.from(whole).files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WUZAPI_URL, wuzapi",
        "WUZAPI_HMAC_KEY, short",
        "WUZAPI_PREVIOUS_HMAC_KEY, short",
        "WUZAPI_URL, http://user:password@wuzapi:8080",
        "WUZAPI_WEBHOOK_KEY, short",
        "WUZAPI_WEBHOOK_KEY, 0123456789abcdef/0123456789abcdef",
        "WUZAPI_WEBHOOK_KEY, 0123456789abcdef?0123456789abcdef",
        "WUZAPI_S3_URL, s3://congresso"
    })
    void what_cannot_work_is_refused_by_name_and_not_shown(String variable, String value) {
        Env env = env(Map.of(variable, value));
        WuzapiSettings.from(env);

        assertThatThrownBy(env::finish)
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining(variable)
                .message()
                .doesNotContain(value + " ");
    }

    private Env env(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("DATA_DIR", dataDir.toString());
        return new Env(all);
    }
}
