package congressbot.gateway.bridge.gowa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Env;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GowaSettingsTest {
    private static final String SECRET = "segredo-de-teste-do-congresso-0001";
    private static final String BEFORE = "the-one-before-0123456789abcdefgh";

    @TempDir
    private Path dataDir;

    @Test
    void in_dev_everything_has_a_default() {
        GowaSettings settings = GowaSettings.from(env(Map.of()));

        assertThat(settings.url()).isEqualTo(URI.create("http://127.0.0.1:3000"));
        assertThat(settings.basicAuth()).isEmpty();
        assertThat(settings.deviceId()).isEmpty();
        assertThat(settings.webhookSecrets()).hasSize(1);
    }

    @Test
    void two_webhook_secrets_hold_while_they_are_exchanged() {
        GowaSettings settings =
                GowaSettings.from(env(Map.of("GOWA_WEBHOOK_SECRET", SECRET, "GOWA_PREVIOUS_WEBHOOK_SECRET", BEFORE)));

        assertThat(settings.webhookSecrets()).hasSize(2);
    }

    /// It is the bridge's own default, and known to everybody.
    @Test
    void a_secret_of_before_is_no_shorter_than_others() {
        Env env = env(Map.of("GOWA_WEBHOOK_SECRET", SECRET, "GOWA_PREVIOUS_WEBHOOK_SECRET", "secret"));

        assertThat(GowaSettings.from(env).webhookSecrets()).hasSize(1);
        assertThatThrownBy(env::finish).hasMessageContaining("GOWA_PREVIOUS_WEBHOOK_SECRET: expected a secret of at");
    }

    @Test
    void an_instance_has_variables_and_secrets_of_its_own() {
        Env whole = env(Map.of("CHANNELS", "gowa,gowa:norte", "GOWA_URL_NORTE", "http://norte:3000"));

        GowaSettings first = GowaSettings.from(whole);
        GowaSettings norte = GowaSettings.from(whole.instance("norte"));

        assertThat(norte.url()).isEqualTo(URI.create("http://norte:3000"));
        assertThat(norte.webhookSecrets().getFirst().reveal())
                .isNotEqualTo(first.webhookSecrets().getFirst().reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "'', congresso, 5585911110000@s.whatsapp.net, true",
        "congresso, congresso, 5585911110000@s.whatsapp.net, true",
        "congresso, norte, 5585911110000@s.whatsapp.net, false",
        "5585911110000@s.whatsapp.net, congresso, 5585911110000@s.whatsapp.net, true",
        "5585911110000:3@s.whatsapp.net, congresso, 5585911110000:7@s.whatsapp.net, true",
        "5585911110000, congresso, 5585911110000@s.whatsapp.net, true",
        "5585911110000, congresso, 5562911112222@s.whatsapp.net, false",
        "congresso, norte, '', false"
    })
    void a_device_is_ours_by_its_name_or_its_number(String configured, String name, String address, boolean ours) {
        GowaSettings settings = GowaSettings.from(env(Map.of("GOWA_DEVICE_ID", configured)));

        assertThat(settings.isOurs(name, address)).isEqualTo(ours);
    }

    private Env env(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("DATA_DIR", dataDir.toString());
        return new Env(all);
    }
}
