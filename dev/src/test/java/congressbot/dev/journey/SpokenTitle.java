package congressbot.dev.journey;

import congressbot.wire.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server for speech that hears what stands in the title of a recording.
final class SpokenTitle implements AutoCloseable {
    private static final String TITLE = "TITLE=";
    private static final long LONGEST_WAIT_S = 40;

    private final AtomicInteger paid = new AtomicInteger();
    private final Javalin server;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    SpokenTitle() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.post("/v1/audio/transcriptions", this::hear);
                })
                .start("127.0.0.1", 0);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    /// How many recordings were heard.
    int paid() {
        return paid.get();
    }

    /// Lets the next answers wait until the result is counted down.
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop();
    }

    private void hear(Context call) throws Exception {
        UploadedFile file = Objects.requireNonNull(call.uploadedFile("file"));
        String said = title(file.content().readAllBytes());
        paid.incrementAndGet();
        gate.await(LONGEST_WAIT_S, TimeUnit.SECONDS);
        call.contentType("application/json").result(Json.write(Map.of("text", said)));
    }

    /// A comment stands behind its length, four bytes, the lowest first.
    private static String title(byte[] ogg) {
        String bytes = new String(ogg, StandardCharsets.ISO_8859_1);
        int at = bytes.indexOf(TITLE);
        if (at < 0) {
            return "";
        }
        int length = bytes.charAt(at - 4) | bytes.charAt(at - 3) << 8;
        return new String(ogg, at + TITLE.length(), length - TITLE.length(), StandardCharsets.UTF_8);
    }
}
