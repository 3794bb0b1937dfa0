package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.WebhookCorpus.Case;
import congressbot.gateway.WebhookCorpus.Outcome;
import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.gateway.bridge.wuzapi.Wuzapi;
import congressbot.gateway.bridge.wuzapi.WuzapiSettings;
import congressbot.wire.Json;
import congressbot.wire.http.Headers;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.process.Secret;
import congressbot.wire.queue.RedisAddress;
import congressbot.wire.testing.TestRedis;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.UnifiedJedis;

/// Hundreds of webhooks that no honest bridge would send, or that only an honest one in trouble
/// would, against a gateway with both bridges: each ends as its line in `webhooks.jsonl` says, none
/// fails the gateway, and nothing that was accepted is missing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookCorpusTest {
    private static final Secret API_KEY = new Secret("0123456789abcdef0123456789abcdef");
    private static final Secret CURRENT = new Secret("segredo-de-teste-do-congresso-0001");
    private static final Secret PREVIOUS = new Secret("segredo-de-teste-do-congresso-0000");
    private static final String WEBHOOK_KEY = "chave-do-caminho-de-teste-0123456789abcdef";
    private static final int TOO_LARGE = 413;
    private static final Instance GOWA = new Instance(Gowa.CHANNEL, Optional.empty());
    private static final Instance WUZAPI = new Instance(Wuzapi.CHANNEL, Optional.empty());

    private static final Signer OF_GOWA = new Signer("X-Hub-Signature-256", "sha256=", CURRENT, PREVIOUS);
    private static final Signer OF_WUZAPI = new Signer("x-hmac-signature", "", CURRENT, PREVIOUS);

    private final FakeGowa gowa = new FakeGowa();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Gateway gateway;

    WebhookCorpusTest(@TempDir Path folder) {
        GowaSettings first =
                new GowaSettings(gowa.uri(), Optional.empty(), Optional.of("congresso"), List.of(CURRENT, PREVIOUS));
        WuzapiSettings second = new WuzapiSettings(
                gowa.uri().resolve("/wuzapi"),
                new Secret("token"),
                List.of(CURRENT, PREVIOUS),
                new Secret(WEBHOOK_KEY),
                Optional.empty());
        gateway = Gateway.start(
                new GatewaySettings(
                        0,
                        URI.create("http://127.0.0.1:8081"),
                        RedisAddress.at(TestRedis.uri()),
                        API_KEY,
                        List.of(
                                new BridgePlan(GOWA, means -> new Gowa(GOWA, first, means)),
                                new BridgePlan(WUZAPI, means -> new Wuzapi(WUZAPI, second, means))),
                        folder,
                        Presence.HIDDEN,
                        Optional.empty(),
                        20_000,
                        0,
                        Optional.empty(),
                        Optional.empty()),
                Gateway.Clocks.normal());
        await().until(() -> redis.llen("gateway-events") == 2); // the state of both links, told once
    }

    @AfterAll
    void close() {
        client.close(); // first: a gateway that stops waits a second for connections that are kept open
        gateway.close();
        gowa.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.flushAll();
    }

    static List<Case> corpus() {
        return WebhookCorpus.read();
    }

    @Test
    void there_are_hundreds_for_each_bridge_and_each_says_why_it_is_here() {
        assertThat(corpus()).extracting(Case::name).doesNotHaveDuplicates();
        assertThat(corpus())
                .extracting(Case::note)
                .allSatisfy(note -> assertThat(note).isNotBlank());
        assertThat(corpus()).filteredOn(Case::ofGowa).hasSizeGreaterThan(300);
        assertThat(corpus()).filteredOn(one -> !one.ofGowa()).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void each_ends_as_it_has_to(Case one) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < one.deliveries(); i++) {
            statuses.add(send(one));
        }

        assertThat(statuses)
                .as(one.note())
                .allSatisfy(status -> assertThat(status).isIn(statuses(one.outcome())));
        assertThat(contents()).as("in the queue").isEqualTo(one.expected(Outcome.ACCEPTED));
        assertThat(facts()).as("facts").isEqualTo(one.expected(Outcome.RECEIPT));
        assertThat(redis.llen(UnreadableWebhooks.LIST))
                .as("kept for an operator")
                .isEqualTo(one.outcome() == Outcome.UNREADABLE ? one.deliveries() : 0);
        assertThat(redis.llen("whatsapp-messages:dead")).isZero();
    }

    /// Nobody empties the queue in between: what was accepted is there, all of it.
    @Test
    void all_together_lose_nothing() throws Exception {
        int accepted = 0;
        int reported = 0;
        int parked = 0;
        for (Case one : corpus()) {
            for (int i = 0; i < one.deliveries(); i++) {
                assertThat(send(one)).as(one.name()).isLessThan(500);
            }
            accepted += one.expected(Outcome.ACCEPTED).size();
            reported += one.expected(Outcome.RECEIPT).size();
            parked += one.outcome() == Outcome.UNREADABLE ? one.deliveries() : 0;
        }

        assertThat(redis.llen("whatsapp-messages")).isEqualTo(accepted);
        assertThat(redis.get("conv:waiting")).isEqualTo(String.valueOf(accepted));
        assertThat(redis.llen("gateway-events")).isGreaterThanOrEqualTo(reported);
        assertThat(redis.llen(UnreadableWebhooks.LIST)).isEqualTo(parked);
    }

    /// A reference to a file leads to the bridge and nowhere else, whatever stands in the webhook.
    @Test
    void no_file_is_fetched_from_where_it_should_not_lie() throws Exception {
        for (Case one : corpus()) {
            if (one.outcome() == Outcome.ACCEPTED && !one.name().contains("5-mb")) {
                send(one);
            }
        }
        List<String> references = redis.lrange("whatsapp-messages", 0, -1).stream()
                .flatMap(envelope -> mediaRef(envelope).stream())
                .toList();

        List<Integer> statuses = new ArrayList<>();
        for (String reference : references) {
            statuses.add(fetch(reference));
        }

        assertThat(references).hasSizeGreaterThan(50);
        assertThat(statuses).isSubsetOf(200, 404, 413, 503);
        assertThat(gowa.fetches())
                .allSatisfy(fetch -> assertThat(fetch)
                        .startsWith("/gowa/")
                        .doesNotContain(
                                "..", "%2e%2e", "%2E%2E", "169.254", "6379", "evil.example", "storages", "\r", "\n"));
    }

    private int send(Case one) throws IOException, InterruptedException {
        byte[] body = one.bytes();
        String path = one.path().orElse(one.ofGowa() ? "/webhooks/gowa" : "/webhooks/wuzapi/{key}");
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path.replace("{key}", WEBHOOK_KEY)
                        .replace("{cut}", WEBHOOK_KEY.substring(1))
                        .replace("{upper}", WEBHOOK_KEY.toUpperCase(Locale.ROOT))))
                .timeout(Duration.ofSeconds(30))
                .method(
                        one.method().orElse("POST"),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        Signer signer = one.ofGowa() ? OF_GOWA : OF_WUZAPI;
        signer.sign(one.sign().orElse("current"), body).forEach(request::header);
        one.headers().ifPresent(headers -> headers.forEach(request::header));
        try {
            return client.send(request.build(), BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            if (one.outcome() == Outcome.TOO_LARGE) {
                return TOO_LARGE; // the gateway hung up while this still sent, and its answer is lost on the way
            }
            throw e;
        }
    }

    private int fetch(String reference) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        at("/media/" + URLEncoder.encode(reference, StandardCharsets.UTF_8)))
                .timeout(Duration.ofSeconds(30))
                .header(Headers.API_KEY, API_KEY.reveal())
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        return answer.statusCode();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }

    private static List<Integer> statuses(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, RECEIPT, IGNORED, UNREADABLE -> List.of(200);
            case REJECTED -> List.of(401);
            case TOO_LARGE -> List.of(TOO_LARGE);
            case NOWHERE -> List.of(404, 405);
        };
    }

    /// Types of what stands in the queue; each has to be an envelope that every process can read.
    private List<String> contents() throws IOException {
        List<String> types = new ArrayList<>();
        for (String envelope : redis.lrange("whatsapp-messages", 0, -1)) {
            IncomingMessage message = Json.read(envelope, IncomingMessage.class);
            assertThat(Json.write(message)).isEqualTo(envelope);
            assertThat(envelope).doesNotContain("\\u0000");
            assertThat(envelope.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(IncomingMessage.MAX_BYTES);
            types.add(message.content().getClass().getSimpleName());
        }
        return types;
    }

    /// Types of the facts that a webhook can bring; those of the watch over the sessions are not its
    /// own.
    private List<String> facts() throws IOException {
        List<String> types = new ArrayList<>();
        for (String fact : redis.lrange("gateway-events", 0, -1)) {
            types.add(Json.MAPPER.readTree(fact).path("type").asText());
        }
        return types;
    }

    private static Optional<String> mediaRef(String envelope) {
        try {
            return Optional.of(Json.MAPPER
                            .readTree(envelope)
                            .path("content")
                            .path("mediaRef")
                            .asText())
                    .filter(reference -> !reference.isEmpty());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
