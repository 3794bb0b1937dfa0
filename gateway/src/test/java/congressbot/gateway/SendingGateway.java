package congressbot.gateway;

import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.pacing.Pace;
import congressbot.wire.Json;
import congressbot.wire.http.Headers;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.process.Secret;
import congressbot.wire.queue.RedisAddress;
import congressbot.wire.testing.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import redis.clients.jedis.UnifiedJedis;

/// A gateway on a free port with a bridge that does what the test says, and a clock that the test moves.
final class SendingGateway implements AutoCloseable {
    static final String ANA = "5585922223333@s.whatsapp.net";
    static final ChannelName CHANNEL = new ChannelName("bridge");
    static final String ACCOUNT = "5585911110000";

    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");

    final ScriptedBridge bridge = new ScriptedBridge(new Instance(CHANNEL, Optional.empty()));
    final UnifiedJedis redis = TestRedis.emptied();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));

    private final AtomicLong paused = new AtomicLong();
    private final Gateway gateway;
    private final HttpClient client = HttpClient.newHttpClient();

    /// One that keeps no pace.
    SendingGateway() {
        this(Optional.empty());
    }

    SendingGateway(Pace pace) {
        this(Optional.of(pace));
    }

    private SendingGateway(Optional<Pace> pace) {
        gateway = Gateway.start(
                new GatewaySettings(
                        0,
                        URI.create("http://127.0.0.1:8081"),
                        RedisAddress.at(TestRedis.uri()),
                        KEY,
                        List.of(new BridgePlan(bridge.instance(), _ -> bridge)),
                        Path.of("target", "gateway-files"),
                        Presence.SHOWN,
                        pace,
                        20_000,
                        0,
                        Optional.empty(),
                        Optional.empty()),
                new Gateway.Clocks(now::get, this::nanos, TestGateway.TIMES));
    }

    @Override
    public void close() {
        client.close(); // first: a gateway that stops waits a second for connections that are kept open
        gateway.close();
        redis.close();
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /// The process stands still for so long, as far as its other clock shows.
    void stall(Duration time) {
        paused.addAndGet(time.toNanos());
    }

    private long nanos() {
        return System.nanoTime() + paused.get();
    }

    HttpResponse<String> send(String key) {
        return send(key, to(ANA));
    }

    HttpResponse<String> send(String key, OutgoingMessage message) {
        return send(key, Json.write(message));
    }

    HttpResponse<String> send(String key, String body) {
        return exchange("/send-text", body, key);
    }

    HttpResponse<String> hear(IncomingMessage message) {
        return exchange("/webhooks/" + CHANNEL, Json.write(message), "none");
    }

    String metrics() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/metrics"))
                .header(Headers.API_KEY, KEY.reveal())
                .build();
        return exchange(request).body();
    }

    static OutgoingMessage to(String address) {
        return new OutgoingMessage(address, CHANNEL, ACCOUNT, "olá", List.of());
    }

    /// Ends the reservation of a key, as its time does.
    void endReservation(String key) {
        redis.del("sent:" + key);
    }

    /// Facts of one type.
    List<String> facts(String type) {
        return redis.lrange("gateway-events", 0, -1).stream()
                .filter(fact -> fact.contains("\"type\":\"" + type + "\""))
                .toList();
    }

    /// The whole seconds for which the gateway asks.
    static long pause(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElseThrow();
    }

    private HttpResponse<String> exchange(String path, String body, String key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header(Headers.API_KEY, KEY.reveal())
                .header(Headers.IDEMPOTENCY_KEY, key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return exchange(request);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
