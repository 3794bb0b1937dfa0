package congressbot.gateway;

import congressbot.wire.Json;
import congressbot.wire.bot.IntakeRequest;
import congressbot.wire.http.Headers;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// A bot-api that stores messages, unless the test tells it otherwise.
final class FakeBot implements AutoCloseable {
    private final List<IntakeRequest> stored = new CopyOnWriteArrayList<>();
    private final Javalin server;

    private volatile Runnable onIntake = () -> {};
    private volatile int status = 204;

    FakeBot() {
        server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.routes.post("/intake", this::keep);
            config.routes.get("/health", call -> call.status(200));
        });
        server.start(0);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    List<IntakeRequest> stored() {
        return stored;
    }

    /// What happens while it stores.
    void meanwhile(Runnable look) {
        onIntake = look;
    }

    void answers(int other) {
        status = other;
    }

    @Override
    public void close() {
        server.stop();
    }

    private void keep(Context call) throws Exception {
        if (!TestGateway.KEY.matches(Objects.requireNonNullElse(call.header(Headers.API_KEY), ""))) {
            call.status(401);
            return;
        }
        onIntake.run();
        if (status == 204) {
            stored.add(Json.MAPPER.readValue(call.bodyInputStream(), IntakeRequest.class));
        }
        call.status(status);
    }
}
