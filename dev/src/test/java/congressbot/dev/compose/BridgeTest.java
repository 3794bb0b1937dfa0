package congressbot.dev.compose;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.Gateway;
import congressbot.gateway.GatewaySettings;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Env;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// The settings of the bridge, against a gateway with the settings of the gateway.
class BridgeTest {
    private static final Map<String, String> BRIDGE = ComposeFile.read().environment("bridge");

    /// Of no interest to the gateway, so it needs no Redis to answer.
    private static final String CALL = "{\"event\":\"call.offer\",\"device_id\":\"1@s.whatsapp.net\",\"payload\":{}}";

    @Test
    void the_gateway_takes_what_the_bridge_signs_where_the_bridge_sends_it() throws Exception {
        Map<String, String> settings = new HashMap<>(ComposeFile.read().environment("gateway"));
        settings.put("GATEWAY_PORT", "0");
        Env env = new Env(settings);
        try (Gateway gateway = Gateway.start(GatewaySettings.from(env));
                HttpCaller http = new HttpCaller(1)) {
            URI webhook = URI.create(setting("WHATSAPP_WEBHOOK"));
            URI here = URI.create("http://127.0.0.1:" + gateway.port() + webhook.getPath());

            assertThat(status(http, here, setting("WHATSAPP_WEBHOOK_SECRET"))).isEqualTo(200);
            assertThat(status(http, here, "another secret")).isEqualTo(401);
            assertThat(status(http, here.resolve("/webhook"), setting("WHATSAPP_WEBHOOK_SECRET")))
                    .isEqualTo(404);
        }
    }

    @Test
    void the_gateway_comes_to_the_bridge_with_the_bridges_password() {
        assertThat(setting("APP_BASIC_AUTH"))
                .isNotEmpty()
                .isEqualTo(ComposeFile.read().environment("gateway").get("GOWA_BASIC_AUTH"));
    }

    @Test
    void the_bridge_tells_what_we_hear_and_answers_nobody() {
        assertThat(setting("WHATSAPP_WEBHOOK_EVENTS").split(","))
                .containsExactlyInAnyOrder(
                        "message", "message.edited", "message.revoked", "message.reaction", "message.ack");
        assertThat(BRIDGE)
                .containsEntry("WHATSAPP_WEBHOOK_IGNORE_JIDS", "@g.us")
                .containsEntry("WHATSAPP_ACCOUNT_VALIDATION", "false")
                .containsEntry("WHATSAPP_AUTO_REPLY", "")
                .containsEntry("WHATSAPP_AUTO_MARK_READ", "false")
                .containsEntry("WHATSAPP_PRESENCE_ON_CONNECT", "unavailable")
                .containsEntry("WHATSAPP_CHAT_STORAGE", "true")
                .containsEntry("WHATSAPP_AUTO_DOWNLOAD_MEDIA", "false");
    }

    private static String setting(String name) {
        return BRIDGE.getOrDefault(name, "");
    }

    private static int status(HttpCaller http, URI webhook, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(CALL.getBytes(StandardCharsets.UTF_8)));
        Call call = Call.post(webhook, "application/json", CALL, Duration.ofSeconds(20))
                .with("X-Hub-Signature-256", "sha256=" + signature);
        return http.send(call) instanceof Exchange.Answered answered ? answered.status() : 0;
    }
}
