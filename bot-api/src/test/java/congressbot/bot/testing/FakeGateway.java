package congressbot.bot.testing;

import congressbot.wire.gateway.SendAnswer;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Headers;
import congressbot.wire.process.Secret;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A gateway that answers as told, then sends everything.
public final class FakeGateway implements AutoCloseable {
    public static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");

    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Javalin server;

    public FakeGateway() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/send-text", this::send);
                })
                .start(0);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public void answers(Integer... inTurn) {
        statuses.addAll(List.of(inTurn));
    }

    /// The idempotency keys of all calls.
    public List<String> keys() {
        return keys;
    }

    @Override
    public void close() {
        server.stop();
    }

    private void send(Context call) {
        if (!KEY.matches(Objects.requireNonNullElse(call.header(Headers.API_KEY), ""))) {
            call.status(401);
            return;
        }
        String key = Objects.requireNonNull(call.header(Headers.IDEMPOTENCY_KEY));
        keys.add(key);
        Integer status = Objects.requireNonNullElse(statuses.poll(), 200);
        call.status(status);
        call.header(Headers.RETRY_AFTER, "30");
        if (status == 200) {
            Bodies.answer(call, new SendAnswer("W-" + key));
        }
    }
}
