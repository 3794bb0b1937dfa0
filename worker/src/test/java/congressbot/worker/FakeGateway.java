package congressbot.worker;

import congressbot.wire.Json;
import congressbot.wire.gateway.SendAnswer;
import congressbot.wire.http.Headers;
import congressbot.wire.message.OutgoingMessage;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/// A gateway that answers the statuses that the test lists, then 200, and remembers what it was to send.
final class FakeGateway implements AutoCloseable {
    final List<Send> sends = new CopyOnWriteArrayList<>();
    final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
    /// How a file is given out; by itself, one that holds its own reference.
    volatile Handler media = call -> call.contentType("audio/ogg").result(call.pathParam("ref"));

    volatile int health = 200;

    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.concurrency.useVirtualThreads = true;
                config.routes.post("/send-text", this::send);
                config.routes.get("/media/{ref}", call -> media.handle(call));
                config.routes.get("/health", call -> call.status(health));
            })
            .start(0);

    record Send(String key, OutgoingMessage message, String apiKey, String requestId) {}

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// The keys of all sends so far.
    List<String> keys() {
        return sends.stream().map(Send::key).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void send(Context call) throws Exception {
        sends.add(new Send(
                String.valueOf(call.header(Headers.IDEMPOTENCY_KEY)),
                Json.read(call.body(), OutgoingMessage.class),
                String.valueOf(call.header(Headers.API_KEY)),
                String.valueOf(call.header(Headers.REQUEST_ID))));
        Integer status = statuses.poll();
        call.status(status == null ? 200 : status);
        call.result(Json.write(new SendAnswer("3EB0")));
    }
}
