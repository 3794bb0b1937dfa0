package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.process.Env;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresenceTest {
    private final TestGateway test = new TestGateway();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_person_sees_that_the_message_was_read_and_that_we_type() {
        test.webhook(Webhooks.message("3A/1", "\"body\":\"oi\""));

        await().untilAsserted(() -> assertThat(test.gowa.signs())
                .containsExactly(
                        "/gowa/message/3A%2F1/read {\"phone\":\"" + TestGateway.CUSTOMER + "\"}",
                        "/gowa/send/chat-presence {\"phone\":\"" + TestGateway.CUSTOMER + "\",\"action\":\"start\"}"));
    }

    @Test
    void a_message_that_comes_again_shows_nothing() {
        test.webhook(Webhooks.message("3A4", "\"body\":\"oi\""));
        await().until(() -> test.gowa.signs().size() == 2);

        test.webhook(Webhooks.message("3A4", "\"body\":\"oi\""));
        test.webhook(Webhooks.message("3A5", "\"body\":\"oi\""));

        await().until(() -> test.gowa.signs().size() == 4);
        assertThat(test.gowa.signs().stream().filter(sign -> sign.contains("3A4")))
                .hasSize(1);
    }

    @Test
    void who_expects_no_reply_is_shown_nothing() {
        test.webhook(Webhooks.recorded("v9.2-reaction"));
        test.webhook(Webhooks.recorded("v8.3-from-staff"));
        test.webhook(Webhooks.message("3A2", "\"body\":\"oi\""));

        await().until(() -> test.gowa.signs().size() >= 2);
        assertThat(test.gowa.signs()).hasSize(2);
        assertThat(test.gowa.signs().getFirst()).contains("3A2");
    }

    @Test
    void a_bridge_that_is_gone_costs_the_webhook_nothing() {
        test.gowa.close();

        assertThat(test.webhook(Webhooks.message("3A3", "\"body\":\"oi\"")).statusCode())
                .isEqualTo(200);
        await().during(Duration.ofMillis(200)).until(() -> test.queued().size() == 1);
    }

    @Test
    void it_is_shown_in_prod_and_hidden_in_dev() {
        assertThat(presence(Map.of("ENV", "dev"))).isEqualTo(Presence.HIDDEN);
        assertThat(presence(Map.of("ENV", "prod"))).isEqualTo(Presence.SHOWN);
        assertThat(presence(Map.of("ENV", "dev", "GATEWAY_PRESENCE", "shown"))).isEqualTo(Presence.SHOWN);
    }

    private Presence presence(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("DATA_DIR", folder.toString());
        return GatewaySettings.from(new Env(all)).presence();
    }
}
