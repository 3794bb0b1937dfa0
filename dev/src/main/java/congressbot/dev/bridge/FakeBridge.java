package congressbot.dev.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.process.Pause;
import congressbot.wire.Json;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A bridge as GOWA is one: posts signed webhooks, and takes sends.
public final class FakeBridge implements AutoCloseable {
    /// More wait their turn, as in any bridge.
    public static final int WEBHOOKS_AT_ONCE = 100;

    private static final String PERSON = "@s.whatsapp.net";
    private static final String SENT = "3EB0";
    private static final String DEVICE = "5585911110000" + PERSON;

    private final SignedWebhooks webhooks;
    private final Semaphore room = new Semaphore(WEBHOOKS_AT_ONCE, true);
    private final Consumer<Sent> phones;
    private final AtomicLong numbers = new AtomicLong();
    private final Javalin server;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    /// What a person writes.
    ///
    /// @param phone digits only
    /// @param id of the message; the same on every try
    public record Written(String phone, String id, String text) {}

    /// A message that we asked the bridge to send.
    ///
    /// @param id that the bridge gives it: a number that grows, after a mark
    public record Sent(String phone, String id, String text) {}

    private FakeBridge(String secret, HttpCaller http, Consumer<Sent> phones) {
        this.webhooks = new SignedWebhooks(new Secret(secret), http);
        this.phones = phones;
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.post("/send/message", this::take);
                    config.routes.get("/app/status", FakeBridge::status);
                })
                .start("127.0.0.1", 0);
    }

    /// Starts to take sends.
    ///
    /// @param secret signs the webhooks
    /// @param phones get each message before its send is answered
    public static FakeBridge start(String secret, HttpCaller http, Consumer<Sent> phones) {
        return new FakeBridge(secret, http, phones);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// Tells the gateway once what a person wrote.
    ///
    /// @return whether it has taken it; the real bridge repeats what was not taken
    public boolean deliver(URI gateway, Written message) {
        String person = message.phone() + PERSON;
        Map<String, Object> payload = Map.of(
                "id",
                message.id(),
                "chat_id",
                person,
                "from",
                person,
                "from_name",
                "Maria",
                "timestamp",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "is_from_me",
                false,
                "body",
                message.text());
        String body = Json.write(Map.of("event", "message", "device_id", DEVICE, "payload", payload));
        room.acquireUninterruptibly();
        try {
            return webhooks.post(gateway.resolve("/webhooks/gowa"), body);
        } finally {
            room.release();
        }
    }

    /// How many sends it has taken.
    public long taken() {
        return numbers.get();
    }

    /// Takes nothing for so long; what it is asked meanwhile waits.
    public void hang(Duration time) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        hanging = over;
        try {
            Pause.of(time);
        } finally {
            over.countDown();
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(Context call) throws IOException, InterruptedException {
        hanging.await();
        JsonNode body = Json.MAPPER.readTree(call.bodyAsBytes());
        String phone = body.path("phone").asText();
        String id = "%s%010d".formatted(SENT, numbers.incrementAndGet());
        phones.accept(new Sent(
                phone.substring(0, phone.length() - PERSON.length()),
                id,
                body.path("message").asText()));
        Map<String, String> results = Map.of("message_id", id, "status", "Message sent");
        Bodies.answer(call, Map.of("code", "SUCCESS", "message", "Message sent", "results", results));
    }

    private static void status(Context call) {
        Map<String, Object> results = Map.of("is_connected", true, "is_logged_in", true, "device_id", DEVICE);
        Bodies.answer(call, Map.of("code", "SUCCESS", "message", "ok", "results", results));
    }
}
