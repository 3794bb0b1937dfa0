package congressbot.dev.model;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import congressbot.wire.http.Bodies;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that speaks the OpenAI API: chat completions with tools and structured output, transcriptions of uploaded
/// files, embeddings. It holds no model: it behaves as its [Mood] says, which may change at any time,
/// and remembers what was sent to it.
public final class FakeModel implements AutoCloseable {
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration HANGING = Duration.ofSeconds(60);
    private static final Duration TRICKLE = Duration.ofMillis(200);
    private static final int LARGEST_REQUEST = 64 * 1024 * 1024;
    private static final int LARGE_ANSWER = 5 * 1024 * 1024;

    private final Honest honest = new Honest();
    private final Malicious malicious = new Malicious();
    private final Nonsense nonsense = new Nonsense();
    private final Recorded recorded = new Recorded();
    private final AtomicInteger turns = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Javalin server;
    private volatile Mood mood;

    private FakeModel(Mood mood) {
        this.mood = mood;
        server = Javalin.create(this::configure).start("127.0.0.1", 0);
    }

    public static FakeModel start(Mood mood) {
        return new FakeModel(mood);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.multipartConfig.maxInMemoryFileSize(LARGEST_REQUEST, SizeUnit.BYTES);
        config.routes.post("/v1/chat/completions", this::chat);
        config.routes.post("/v1/audio/transcriptions", this::transcribe);
        config.routes.post("/v1/embeddings", this::embed);
    }

    /// What `OPENAI_BASE_URL` is set to.
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    /// What a process is told, to ask this one.
    public Map<String, String> environment() {
        return Map.of(
                "OPENAI_API_KEY",
                "no-secret-of-anybody",
                "OPENAI_BASE_URL",
                baseUrl().toString());
    }

    public void be(Mood other) {
        mood = other;
    }

    /// All that was sent, oldest first: the bodies of calls, and of uploads the fields.
    public List<String> requests() {
        return recorded.all();
    }

    public void forget() {
        recorded.clear();
    }

    /// How many malicious answers there are, before they repeat.
    public int variety() {
        return malicious.variety();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
    }

    private void chat(Context call) throws IOException {
        String body = call.body();
        recorded.add(body);
        Mood now = mood;
        if (!behaves(now, call)) {
            return;
        }
        JsonNode request = Json.MAPPER.readTree(body);
        Chat chat = Chat.of(request);
        Completion completion = now == Mood.MALICIOUS
                ? malicious.completed(chat, turns.getAndIncrement())
                : honest.completed(chat, request);
        Bodies.answer(call, completion.body(body.length()));
    }

    private void transcribe(Context call) throws IOException {
        UploadedFile file = call.uploadedFile("file");
        Map<String, Object> fields = new HashMap<>();
        call.formParamMap().forEach((name, values) -> fields.put(name, String.join(",", values)));
        fields.put("file", file == null ? "" : file.filename());
        recorded.add(Json.write(fields));
        if (file == null) {
            refuse(call, 400, "no file", "missing_required_parameter");
            return;
        }
        Mood now = mood;
        if (behaves(now, call)) {
            byte[] audio = file.content().readAllBytes();
            String text = now == Mood.MALICIOUS
                    ? malicious.heard(turns.getAndIncrement())
                    : OggTags.words(audio).orElse(honest.heard());
            Bodies.answer(call, Map.of("text", text, "usage", Map.of("type", "duration", "seconds", 3)));
        }
    }

    private void embed(Context call) throws IOException {
        String body = call.body();
        recorded.add(body);
        Mood now = mood;
        if (!behaves(now, call)) {
            return;
        }
        List<Map<String, Object>> data = new ArrayList<>();
        for (JsonNode text : Json.MAPPER.readTree(body).path("input")) {
            List<Double> vector =
                    now == Mood.MALICIOUS ? List.of((double) turns.getAndIncrement()) : HashedVectors.of(text.asText());
            data.add(Map.of("object", "embedding", "index", data.size(), "embedding", vector));
        }
        int tokens = body.length() / 4 + 1;
        Bodies.answer(
                call,
                Map.of(
                        "object",
                        "list",
                        "model",
                        "fake",
                        "data",
                        data,
                        "usage",
                        Map.of("prompt_tokens", tokens, "total_tokens", tokens)));
    }

    /// Whether the call is to be answered; else its end was seen to here.
    private boolean behaves(Mood now, Context call) throws IOException {
        return switch (now) {
            case HONEST, MALICIOUS -> true;
            case SLOW -> !closesWithin(SLOW);
            case HANGING -> {
                closesWithin(HANGING);
                refuse(call, 504, "timeout", "timeout");
                yield false;
            }
            case FAILING -> {
                refuse(call, List.of(500, 502, 503).get(turns.getAndIncrement() % 3), "internal", "server_error");
                yield false;
            }
            case LIMITING -> {
                call.header("Retry-After", "1");
                refuse(call, 429, "slow down", "rate_limit_exceeded");
                yield false;
            }
            case NONSENSE -> {
                call.contentType("application/json").result(nonsense.next());
                yield false;
            }
            case ENDLESS -> {
                pour(call, turns.getAndIncrement() % 2 == 0);
                yield false;
            }
        };
    }

    private static void refuse(Context call, int status, String message, String code) {
        call.status(status);
        Bodies.answer(call, Map.of("error", Map.of("message", message, "type", "fake", "code", code)));
    }

    /// @param large five megabytes at once, else a byte now and then until the caller has had enough
    private void pour(Context call, boolean large) throws IOException {
        call.contentType("application/json");
        OutputStream out = call.res().getOutputStream();
        out.write("{\"choices\":[{\"message\":{\"content\":\"".getBytes(StandardCharsets.UTF_8));
        if (large) {
            out.write("x".repeat(LARGE_ANSWER).getBytes(StandardCharsets.UTF_8));
            return;
        }
        while (!closesWithin(TRICKLE)) {
            out.write('x');
            out.flush(); // throws once the caller has gone
        }
    }

    /// Waits; true when the server closes before.
    private boolean closesWithin(Duration span) {
        try {
            return closing.await(span.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
