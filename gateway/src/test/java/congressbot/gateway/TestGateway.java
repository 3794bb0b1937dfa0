package congressbot.gateway;

import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.http.Headers;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.process.Secret;
import congressbot.wire.queue.RedisAddress;
import congressbot.wire.testing.TestRedis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/// A gateway on a free port, with a fake bridge and an emptied Redis.
final class TestGateway implements AutoCloseable {
    static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    static final String CUSTOMER = "5585922223333@s.whatsapp.net";

    static final Instance GOWA = new Instance(Gowa.CHANNEL, Optional.empty());

    /// Largest webhook of this bridge, in bytes.
    static final int MAX_WEBHOOK = 1024 * 1024;

    /// Short enough for tests, in the proportions of the real ones.
    static final GatewayTimes TIMES = new GatewayTimes(
            Duration.ofSeconds(1),
            Duration.ofMillis(600),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofSeconds(1),
            Duration.ofMillis(100));

    final FakeGowa gowa = new FakeGowa();
    final UnifiedJedis redis;
    Gateway gateway;

    /// Kept, because a gateway that stops has no port any more.
    private String base;

    private final Supplier<Gateway> starting;

    private final AtomicLong paused = new AtomicLong();
    private final AtomicLong nextPause = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();

    TestGateway() {
        this(TestRedis.uri(), TestRedis.emptied(), 20_000);
    }

    TestGateway(URI redisUri, UnifiedJedis redis, int maxWaiting) {
        this(redisUri, redis, maxWaiting, Optional.empty());
    }

    /// One in strict mode.
    TestGateway(URI bot) {
        this(TestRedis.uri(), TestRedis.emptied(), 20_000, Optional.of(bot));
    }

    private TestGateway(URI redisUri, UnifiedJedis redis, int maxWaiting, Optional<URI> intake) {
        this.redis = redis;
        GowaSettings bridge = new GowaSettings(
                gowa.uri(), Optional.of(new Secret("bot:senha")), Optional.of("congresso"), List.of(Webhooks.SECRET));
        starting = () -> Gateway.start(
                new GatewaySettings(
                        0,
                        URI.create("http://127.0.0.1:8081"),
                        RedisAddress.at(redisUri),
                        KEY,
                        List.of(new BridgePlan(GOWA, means -> new Gowa(GOWA, bridge, means))),
                        Path.of("target", "gateway-files"),
                        Presence.SHOWN,
                        Optional.empty(),
                        maxWaiting,
                        0,
                        intake,
                        Optional.empty()),
                new Gateway.Clocks(InstantSource.system(), this::nanos, TIMES));
        gateway = starting.get();
        base = "http://127.0.0.1:" + gateway.port();
    }

    /// The next process, with what Redis and the bridge hold.
    void startAgain() {
        gateway = starting.get();
        base = "http://127.0.0.1:" + gateway.port();
    }

    @Override
    public void close() {
        client.close(); // first: a gateway that stops waits a second for connections that are kept open
        gateway.close();
        gowa.close();
        redis.close();
    }

    /// Stops the process for so many nanoseconds, as far as its clock shows, after it has looked at
    /// the clock once.
    void pauseAfterNextLook(long nanos) {
        nextPause.set(nanos);
    }

    private long nanos() {
        return System.nanoTime() + paused.getAndAdd(nextPause.getAndSet(0));
    }

    boolean refusesCalls() {
        try {
            return get("/health").statusCode() == 503;
        } catch (UncheckedIOException _) {
            return true;
        }
    }

    /// A genuine webhook.
    HttpResponse<String> webhook(String body) {
        return webhook(body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> webhook(byte[] body) {
        return exchange(post("/webhooks/gowa", BodyPublishers.ofByteArray(body))
                .header("X-Hub-Signature-256", Webhooks.signature(body)));
    }

    /// A genuine webhook whose length is not told.
    HttpResponse<String> chunked(byte[] body) {
        return exchange(post("/webhooks/gowa", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .header("X-Hub-Signature-256", Webhooks.signature(body)));
    }

    HttpResponse<String> send(String key) {
        return send(key, Json.write(outgoing("olá")));
    }

    HttpResponse<String> send(String key, String body) {
        return exchange(post("/send-text", BodyPublishers.ofString(body))
                .header(Headers.API_KEY, KEY.reveal())
                .header(Headers.IDEMPOTENCY_KEY, key));
    }

    static OutgoingMessage outgoing(String text) {
        return new OutgoingMessage(CUSTOMER, Gowa.CHANNEL, "5585911110000", text, List.of());
    }

    HttpRequest.Builder post(String path, BodyPublisher body) {
        return HttpRequest.newBuilder(at(path)).POST(body).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(at(path)).header(Headers.API_KEY, KEY.reveal()));
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Envelopes in the queue.
    List<String> queued() {
        return redis.lrange("whatsapp-messages", 0, -1);
    }

    List<String> unreadable() {
        return redis.lrange(UnreadableWebhooks.LIST, 0, -1);
    }

    /// Facts of one type.
    List<String> facts(String type) {
        return redis.lrange("gateway-events", 0, -1).stream()
                .filter(fact -> fact.contains("\"type\":\"" + type + "\""))
                .toList();
    }

    private URI at(String path) {
        return URI.create(base + path);
    }
}
