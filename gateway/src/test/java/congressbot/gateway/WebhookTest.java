package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.process.Secret;
import congressbot.wire.testing.TestRedis;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
    private static final String TEXT = Webhooks.recorded("signed-vector");
    private static final String SIGNATURE = "sha256=b3e635e55b472fd736f9dafa095e6740fa54ea7108f591bbeab13ff7d3b2f6d6";

    private final TestGateway test = new TestGateway();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_genuine_message_is_in_the_queue_when_it_is_answered() throws Exception {
        HttpResponse<String> answer = test.exchange(test.post("/webhooks/gowa", BodyPublishers.ofString(TEXT))
                .header("X-Hub-Signature-256", SIGNATURE)
                .header("X-Request-Id", "r-42"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(test.queued()).hasSize(1);
        IncomingMessage message = Json.read(test.queued().getFirst(), IncomingMessage.class);
        assertThat(message.content()).isEqualTo(new Content.Text("quero me inscrever"));
        assertThat(message.requestId()).isEqualTo("r-42");
        assertThat(test.redis.get("conv:waiting")).isEqualTo("1");
    }

    @Test
    void a_body_of_unknown_length_is_accepted() {
        HttpResponse<String> answer = test.chunked(TEXT.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(test.queued()).hasSize(1);
    }

    static Stream<String> forgeries() {
        byte[] body = TEXT.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Webhooks.signature(body, new Secret("another-secret-of-more-than-32-characters")),
                "sha256=" + SIGNATURE.substring(7).toUpperCase(Locale.ROOT),
                SIGNATURE.substring(0, 70),
                SIGNATURE.replace("sha256=", "sha1="),
                SIGNATURE.substring(7));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_forged_message_is_refused(String signature) {
        HttpResponse<String> answer = test.exchange(
                test.post("/webhooks/gowa", BodyPublishers.ofString(TEXT)).header("X-Hub-Signature-256", signature));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(test.queued()).isEmpty();
        assertThat(test.unreadable()).isEmpty();
    }

    @Test
    void an_unsigned_or_altered_message_is_refused() {
        HttpResponse<String> unsigned = test.exchange(test.post("/webhooks/gowa", BodyPublishers.ofString(TEXT)));
        HttpResponse<String> altered =
                test.exchange(test.post("/webhooks/gowa", BodyPublishers.ofString(TEXT.replace("Maria", "Marta")))
                        .header("X-Hub-Signature-256", SIGNATURE));

        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(altered.statusCode()).isEqualTo(401);
        assertThat(test.queued()).isEmpty();
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_its_length_is_told_or_not() {
        byte[] body = Webhooks.message("3A", "\"body\":\"" + "a".repeat(TestGateway.MAX_WEBHOOK) + "\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(test.webhook(body).statusCode()).isEqualTo(413);
        assertThat(test.chunked(body).statusCode()).isEqualTo(413);
        assertThat(test.queued()).isEmpty();
    }

    @Test
    void a_body_at_the_limit_is_accepted() {
        String short_ = Webhooks.message("3A", "\"body\":\"\"");
        String body =
                Webhooks.message("3A", "\"body\":\"" + "a".repeat(TestGateway.MAX_WEBHOOK - short_.length()) + "\"");

        assertThat(body).hasSize(TestGateway.MAX_WEBHOOK);
        assertThat(test.webhook(body).statusCode()).isEqualTo(200);
        assertThat(test.queued()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/webhooks/meta", "/webhooks/GOWA", "/webhooks/gowa/norte/x", "/webhooks/a%20b", "/webhooks"})
    void a_channel_that_is_not_configured_does_not_exist(String path) {
        HttpResponse<String> answer =
                test.exchange(test.post(path, BodyPublishers.ofString(TEXT)).header("X-Hub-Signature-256", SIGNATURE));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(test.queued()).isEmpty();
    }

    @Test
    void an_instance_that_is_not_configured_takes_nothing() {
        HttpResponse<String> answer = test.exchange(test.post("/webhooks/gowa/norte", BodyPublishers.ofString(TEXT))
                .header("X-Hub-Signature-256", SIGNATURE));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(test.queued()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v8.3-group", "v9.2-presence", "v9.2-read-self"})
    void what_is_not_for_us_is_answered_and_forgotten(String name) {
        assertThat(test.webhook(Webhooks.recorded(name)).statusCode()).isEqualTo(200);
        assertThat(test.queued()).isEmpty();
        assertThat(test.unreadable()).isEmpty();
    }

    @Test
    void receipts_are_reported_as_facts() {
        assertThat(test.webhook(Webhooks.recorded("v9.2-delivered")).statusCode())
                .isEqualTo(200);
        assertThat(test.webhook(Webhooks.recorded("v9.2-read")).statusCode()).isEqualTo(200);

        assertThat(test.facts("Delivered"))
                .containsExactly(
                        "{\"type\":\"Delivered\",\"channel\":\"gowa\",\"account\":\"5585911110000\",\"messageIds\":[\"3EB0A1B2C3D4E5F60718\"],\"at\":\"2026-11-20T18:31:09Z\"}");
        assertThat(test.facts("Read")).hasSize(1);
        assertThat(test.queued()).isEmpty();
    }

    @Test
    void a_genuine_webhook_that_is_not_understood_is_kept_for_an_operator() {
        String body = "{\"event\":\"message\",\"payload\":{\"chat\":\"é\"}}";

        HttpResponse<String> answer = test.webhook(body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(test.unreadable()).hasSize(1);
        assertThat(test.unreadable().getFirst())
                .contains("\"reason\":\"a message without chat or id\"", "\"bytes\":" + (body.length() + 1))
                .contains("{\\\"chat\\\":\\\"é\\\"}");
        assertThat(test.redis.ttl(UnreadableWebhooks.LIST)).isBetween(604_700L, 604_800L);
        assertThat(test.queued()).isEmpty();
    }

    @Test
    void of_a_long_one_only_the_beginning_is_kept_and_of_many_the_last() {
        test.redis.lpush(
                UnreadableWebhooks.LIST,
                Stream.generate(() -> "old").limit(1_000).toArray(String[]::new));

        test.webhook("[" + "9".repeat(500_000) + "]");

        assertThat(test.unreadable()).hasSize(1_000);
        assertThat(test.unreadable().getFirst())
                .hasSizeBetween(64 * 1024, 65 * 1024)
                .contains("\"bytes\":500002");
    }

    @Test
    void two_deliveries_of_one_message_at_once_are_both_accepted_with_one_identity() throws Exception {
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> test.webhook(TEXT));
        CompletableFuture<HttpResponse<String>> second = CompletableFuture.supplyAsync(() -> test.webhook(TEXT));

        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(second.get().statusCode()).isEqualTo(200);
        assertThat(test.queued())
                .hasSize(2)
                .allMatch(envelope -> envelope.contains("\"id\":\"gowa:5585911110000:3A5F0C11D2E34B5A6C70\""));
    }

    @Test
    void a_full_queue_says_come_back_later() {
        try (TestGateway full = new TestGateway(TestRedis.uri(), TestRedis.emptied(), 1)) {
            full.webhook(TEXT);

            HttpResponse<String> answer = full.webhook(Webhooks.message("3B", "\"body\":\"oi\""));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(full.queued()).hasSize(1);
        }
    }

    @Test
    void the_metrics_tell_what_came() {
        test.webhook(TEXT);
        test.webhook(Webhooks.recorded("v8.3-group"));
        test.exchange(test.post("/webhooks/gowa", BodyPublishers.ofString(TEXT)));

        assertThat(test.get("/metrics").body())
                .contains(
                        "congressbot_gateway_webhooks_total{outcome=\"accepted\"} 1.0",
                        "congressbot_gateway_webhooks_total{outcome=\"ignored\"} 1.0",
                        "congressbot_gateway_webhooks_total{outcome=\"rejected\"} 1.0",
                        "congressbot_gateway_messages_total 1.0",
                        "congressbot_gateway_queue_waiting 1.0");
    }

    /// A bridge with several devices may be told one address for all of them.
    @Test
    void what_came_to_another_number_of_the_bridge_is_not_answered_from_ours() {
        String others =
                Webhooks.recorded("v9.2-text").replace("\"session_id\":\"congresso\"", "\"session_id\":\"norte\"");

        HttpResponse<String> answer = test.webhook(others);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(test.queued()).isEmpty();
        assertThat(test.unreadable()).singleElement().asString().contains("another device");
    }
}
