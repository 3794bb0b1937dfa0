package congressbot.bot.testing;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A server that speaks the OpenAI API as far as we use it, and answers what a test tells it to, in turn.
public final class FakeModelServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Queue<Consumer<Context>> answers = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Javalin server;

    public FakeModelServer() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.maxRequestSize = 20_000_000;
                    config.routes.post("/v1/chat/completions", this::answer);
                    config.routes.post("/v1/embeddings", this::answer);
                })
                .start("127.0.0.1", 0);
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    /// What was sent, in order.
    public List<JsonNode> requests() {
        return requests;
    }

    /// All that was sent, as text.
    public String sent() {
        return requests.toString();
    }

    /// The authorisation of each call.
    public List<String> keys() {
        return keys;
    }

    public FakeModelServer writes(String content) {
        return writes(content, 100, 20);
    }

    /// A text with the tokens that it is said to have cost.
    public FakeModelServer writes(String content, int input, int output) {
        Map<String, Object> message = Map.of("role", "assistant", "content", content);
        return completes(message, "stop", input, output);
    }

    /// A wish to use a tool.
    public FakeModelServer wishes(String tool, String arguments) {
        Map<String, Object> call =
                Map.of("id", "call_1", "type", "function", "function", Map.of("name", tool, "arguments", arguments));
        return completes(Map.of("role", "assistant", "tool_calls", List.of(call)), "tool_calls", 50, 5);
    }

    private FakeModelServer completes(Map<String, Object> message, String reason, int input, int output) {
        Map<String, Object> choice = Map.of("index", 0, "message", message, "finish_reason", reason);
        Map<String, Object> usage =
                Map.of("prompt_tokens", input, "completion_tokens", output, "total_tokens", input + output);
        return answersJson(Map.of(
                "id", "1", "object", "chat.completion", "model", "fake", "choices", List.of(choice), "usage", usage));
    }

    /// A vector for each text, in their order.
    public FakeModelServer embeds(List<List<Double>> vectors) {
        List<Map<String, Object>> data = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            data.add(Map.of("object", "embedding", "index", i, "embedding", vectors.get(i)));
        }
        return answersJson(Map.of(
                "object",
                "list",
                "model",
                "fake",
                "data",
                data,
                "usage",
                Map.of("prompt_tokens", 10, "total_tokens", 10)));
    }

    public FakeModelServer answersJson(Object body) {
        return answersRaw(200, Json.write(body));
    }

    public FakeModelServer answersRaw(int status, String body) {
        answers.add(call -> call.status(status).contentType("application/json").result(body));
        return this;
    }

    /// Asks to come back later.
    public FakeModelServer limits(String retryAfter) {
        answers.add(call -> call.status(429)
                .header("Retry-After", retryAfter)
                .contentType("application/json")
                .result("{\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}"));
        return this;
    }

    /// Says nothing until the test ends.
    public FakeModelServer hangs() {
        answers.add(_ -> await());
        return this;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
    }

    private void await() {
        try {
            closing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Context call) {
        try {
            requests.add(Json.MAPPER.readTree(call.bodyAsBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys.add(String.valueOf(call.header("Authorization")));
        Consumer<Context> answer = answers.poll();
        if (answer == null) {
            call.status(500).result("nothing is left to say");
        } else {
            answer.accept(call);
        }
    }
}
