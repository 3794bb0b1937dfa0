package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.wuzapi.Wuzapi;
import congressbot.gateway.bridge.wuzapi.WuzapiSettings;
import congressbot.gateway.bridge.wuzapi.WuzapiWebhooks;
import congressbot.wire.Json;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.RedisAddress;
import congressbot.wire.testing.TestRedis;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

/// Webhooks with a file inside, over HTTP, through the whole gateway.
class LargeWebhookTest {
    private static final Instance NORTE = Instance.parse("wuzapi:norte");
    private static final String PATH = "/webhooks/wuzapi/norte/";
    private static final int MAX_WEBHOOK = 40 * 1024 * 1024;
    private static final byte[] PHOTO = new byte[16_000_000];

    private final FakeWuzapi fake = new FakeWuzapi();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpCaller caller = new HttpCaller(2);
    private Gateway gateway;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        WuzapiSettings settings = WuzapiWebhooks.settings(fake.uri(), Optional.empty());
        gateway = Gateway.start(new GatewaySettings(
                0,
                URI.create("http://127.0.0.1:8081"),
                RedisAddress.at(TestRedis.uri()),
                TestGateway.KEY,
                List.of(new BridgePlan(NORTE, means -> new Wuzapi(NORTE, settings, means))),
                folder,
                Presence.HIDDEN,
                Optional.empty(),
                20_000,
                0,
                Optional.empty(),
                Optional.empty()));
    }

    @AfterEach
    void close() {
        client.close();
        caller.close();
        gateway.close();
        redis.close();
        fake.close();
    }

    @Test
    void the_file_of_a_large_webhook_is_fetched_by_its_reference() throws Exception {
        int status = post(genuine(webhook("3A01", PHOTO))).statusCode();

        IncomingMessage message = Json.read(redis.lindex("whatsapp-messages", 0), IncomingMessage.class);
        Fetched fetched = gatewayClient().fetch(((Content.Image) message.content()).mediaRef(), Duration.ofSeconds(20));

        assertThat(status).isEqualTo(200);
        assertThat(message.account()).isEqualTo("norte");
        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.File.class,
                        file -> assertThat(file.content().bytes()).isEqualTo(PHOTO));
    }

    @Test
    void many_large_ones_at_once_wait_for_each_other() {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            HttpRequest request = genuine(webhook("3A" + i, PHOTO));
            answers.add(client.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode));
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(redis.llen("whatsapp-messages")).isEqualTo(12);
    }

    @Test
    void one_of_unknown_length_is_taken_too() {
        byte[] body = webhook("3A01", PHOTO);
        HttpRequest request = request(
                WuzapiWebhooks.WEBHOOK_KEY.reveal(),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                WuzapiWebhooks.signature(body, WuzapiWebhooks.HMAC_KEY));

        assertThat(post(request).statusCode()).isEqualTo(200);
    }

    @Test
    void the_largest_is_taken_and_one_byte_more_is_not() {
        byte[] without = webhook("3A01", new byte[0]);
        byte[] largest = padded(without, MAX_WEBHOOK);
        byte[] longer = padded(without, MAX_WEBHOOK + 1);

        assertThat(post(genuine(largest)).statusCode()).isEqualTo(200);
        assertThat(post(genuine(longer)).statusCode()).isEqualTo(413);
    }

    @Test
    void nothing_is_read_for_who_does_not_know_the_path() {
        byte[] body = webhook("3A01", PHOTO);
        String signature = WuzapiWebhooks.signature(body, WuzapiWebhooks.HMAC_KEY);
        String wrong = "0".repeat(32);

        for (String key : List.of(wrong, "")) {
            HttpRequest request = request(key, BodyPublishers.ofByteArray(new byte[100]), signature);
            assertThat(post(request).statusCode()).isIn(401, 404);
        }
        assertThat(redis.llen("whatsapp-messages")).isZero();
    }

    private static byte[] webhook(String id, byte[] file) {
        String inside = "\"base64\":\"" + Base64.getEncoder().encodeToString(file) + "\",";
        return WuzapiWebhooks.message(id, "{\"imageMessage\":{\"mimetype\":\"image/jpeg\"}}", inside)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// With more file, up to this length.
    private static byte[] padded(byte[] webhook, int length) {
        String text = new String(webhook, StandardCharsets.UTF_8);
        String file = "A".repeat(length - text.length());
        return text.replace("\"base64\":\"", "\"base64\":\"" + file).getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest genuine(byte[] body) {
        return request(
                WuzapiWebhooks.WEBHOOK_KEY.reveal(),
                BodyPublishers.ofByteArray(body),
                WuzapiWebhooks.signature(body, WuzapiWebhooks.HMAC_KEY));
    }

    private HttpRequest request(String key, BodyPublisher body, String signature) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + PATH + key))
                .header("x-hmac-signature", signature)
                .timeout(Duration.ofSeconds(30))
                .POST(body)
                .build();
    }

    private HttpResponse<Void> post(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.discarding()).join();
    }

    private GatewayClient gatewayClient() {
        URI own = URI.create("http://127.0.0.1:" + gateway.port());
        return new GatewayClient(caller, own, TestGateway.KEY, Duration.ofSeconds(5));
    }
}
