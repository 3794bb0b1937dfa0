package congressbot.dev.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.bridge.Dialect;
import congressbot.dev.bridge.gowa.Gowa;
import congressbot.wire.Json;
import congressbot.wire.process.Secret;
import io.javalin.Javalin;
import io.javalin.http.Context;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A simulator on a free port, and the gateway that it talks to: it takes every webhook, unless told
/// otherwise.
final class TestSimulator implements AutoCloseable {
    static final String MARIA = "5562900000001";
    static final String JOAO = "5562900000002";
    static final String KEY = "segredo-de-teste-do-congresso-0001";
    private static final String BASIC = "demo:senha";

    /// Short enough for tests; long enough to be seen between two looks.
    private static final BridgeTimes TIMES = new BridgeTimes(
            List.of(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50)),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofMillis(500),
            Duration.ofMillis(100),
            Duration.ofMillis(1_500));

    private final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
    private final Queue<Integer> nextAnswers = new ConcurrentLinkedQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Dialect dialect;
    private final Javalin gateway;
    private Simulator simulator;

    /// One that plays GOWA.
    TestSimulator(Path folder) {
        this(folder, new Gowa(new Secret(KEY), Optional.of(new Secret(BASIC))));
    }

    TestSimulator(Path folder, Dialect dialect) {
        this.folder = folder;
        this.dialect = dialect;
        gateway = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.post("/webhooks/<path>", this::take);
                })
                .start("127.0.0.1", 0);
        simulator = open();
    }

    /// What came in at the gateway.
    record Webhook(String path, String type, String signature, String body) {
        JsonNode json() {
            return type.startsWith("application/json") ? read(body) : read(form().getOrDefault("jsonData", ""));
        }

        Map<String, String> form() {
            return Stream.of(body.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
    }

    /// The gateway's next answers; 200 after them.
    void answers(Integer... statuses) {
        nextAnswers.addAll(List.of(statuses));
    }

    List<JsonNode> events(String kind) {
        return webhooks.stream()
                .map(Webhook::json)
                .filter(event -> event.path("event").asText().equals(kind))
                .toList();
    }

    /// The texts of the messages that arrived, in this order.
    List<String> texts() {
        return events("message").stream()
                .map(event -> event.path("payload").path("body").asText())
                .toList();
    }

    List<Webhook> webhooks() {
        return List.copyOf(webhooks);
    }

    Simulator simulator() {
        return simulator;
    }

    void restart() {
        simulator.close();
        simulator = open();
        simulator.resume();
    }

    HttpResponse<String> say(String phone, String text) {
        return post("/api/phones/" + phone + "/text", Json.write(Map.of("text", text)));
    }

    HttpResponse<String> send(String phone, String text) {
        return bridge(post("/send/message").POST(json(Map.of("phone", phone + "@s.whatsapp.net", "message", text))));
    }

    /// As the gateway calls the bridge.
    HttpResponse<String> bridge(HttpRequest.Builder request) {
        String basic = Base64.getEncoder().encodeToString(BASIC.getBytes(StandardCharsets.UTF_8));
        return exchange(request.header("Authorization", "Basic " + basic));
    }

    HttpResponse<String> put(String path, Object body) {
        return exchange(HttpRequest.newBuilder(at(path)).PUT(json(body)));
    }

    HttpResponse<String> delete(String path) {
        return exchange(HttpRequest.newBuilder(at(path)).DELETE());
    }

    HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json");
    }

    HttpResponse<String> post(String path, String body) {
        return exchange(post(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return exchange(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(at(path)));
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + simulator.port() + path);
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The messages of a phone as the bridge lists them, newest first.
    JsonNode messages(String phone, String query) {
        HttpResponse<String> answer =
                bridge(HttpRequest.newBuilder(at("/chat/" + phone + "@s.whatsapp.net/messages" + query)));
        return read(answer.body()).path("results").path("data");
    }

    /// The state that a page begins with.
    JsonNode state() {
        HttpRequest request = HttpRequest.newBuilder(at("/api/events")).build();
        try (var lines = client.send(request, BodyHandlers.ofLines()).body()) {
            return read(lines.skip(1).findFirst().orElseThrow().substring("data: ".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode phone(String number) {
        for (JsonNode phone : state().path("phones")) {
            if (phone.path("number").asText().equals(number)) {
                return phone;
            }
        }
        throw new AssertionError("no phone " + number);
    }

    /// How far the newest message of a phone has come.
    String status(String number) {
        JsonNode messages = phone(number).path("messages");
        return messages.path(messages.size() - 1).path("status").asText();
    }

    static HttpRequest.BodyPublisher json(Object value) {
        return BodyPublishers.ofString(Json.write(value));
    }

    static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        simulator.close();
        gateway.stop();
    }

    private void take(Context call) {
        int status = Optional.ofNullable(nextAnswers.poll()).orElse(200);
        if (status == 200) {
            webhooks.add(new Webhook(call.path(), header(call, "Content-Type"), signature(call), call.body()));
        }
        call.status(status);
    }

    private static String signature(Context call) {
        return header(call, "X-Hub-Signature-256") + header(call, "x-hmac-signature");
    }

    private static String header(Context call, String name) {
        return Optional.ofNullable(call.header(name)).orElse("");
    }

    private Simulator open() {
        try {
            return Simulator.start(
                    new Simulator.Settings(
                            0,
                            folder,
                            URI.create("http://127.0.0.1:" + gateway.port()),
                            dialect,
                            new Simulator.Account("CBAS 2027"),
                            () -> new Simulator.Links(
                                    URI.create("http://localhost/painel"),
                                    URI.create("http://localhost/privacidade"),
                                    URI.create("http://localhost/pairing"),
                                    "senha-do-teste")),
                    TIMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
