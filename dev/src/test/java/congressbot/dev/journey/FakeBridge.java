package congressbot.dev.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A bridge as GOWA is one: posts signed webhooks and repeats them until they are answered with 200, and takes sends.
final class FakeBridge implements AutoCloseable {
    private static final Duration TRY = Duration.ofSeconds(10);

    private final String secret;
    private final HttpCaller http;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Javalin server;

    /// A message that we asked the bridge to send.
    record Sent(String phone, String text) {}

    FakeBridge(String secret, HttpCaller http) {
        this.secret = secret;
        this.http = http;
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.post("/send/message", this::take);
                    config.routes.get("/app/status", FakeBridge::status);
                })
                .start(0);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    List<String> sentTo(String phone) {
        return sent.stream()
                .filter(message -> message.phone().equals(phone + "@s.whatsapp.net"))
                .map(Sent::text)
                .toList();
    }

    /// Delivers a text message to the gateway, however long that takes; as the real one it keeps the id on every try.
    void deliver(URI gateway, String phone, String id, String text) {
        String body = Json.write(Map.of(
                "event", "message",
                "device_id", "5585911110000@s.whatsapp.net",
                "payload",
                        Map.of(
                                "id",
                                id,
                                "chat_id",
                                phone + "@s.whatsapp.net",
                                "from",
                                phone + "@s.whatsapp.net",
                                "from_name",
                                "Maria",
                                "timestamp",
                                Instant.now().toString(),
                                "is_from_me",
                                false,
                                "body",
                                text)));
        Call call = new Call("POST", gateway.resolve("/webhooks/gowa"), Map.of(), body, TRY)
                .with("Content-Type", "application/json")
                .with("X-Hub-Signature-256", "sha256=" + sign(body));
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> http.send(call) instanceof Exchange.Answered answered && answered.status() == 200);
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(Context call) throws IOException {
        JsonNode body = Json.MAPPER.readTree(call.body());
        sent.add(new Sent(body.path("phone").asText(), body.path("message").asText()));
        call.json(Map.of(
                "code", "SUCCESS",
                "message", "Message sent",
                "results", Map.of("message_id", "3EB0" + numbers.incrementAndGet(), "status", "Message sent")));
    }

    private static void status(Context call) {
        call.json(Map.of(
                "code", "SUCCESS",
                "message", "ok",
                "results",
                        Map.of(
                                "is_connected",
                                true,
                                "is_logged_in",
                                true,
                                "device_id",
                                "5585911110000@s.whatsapp.net")));
    }

    private String sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
