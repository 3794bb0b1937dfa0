package congressbot.gateway;

import congressbot.gateway.bridge.Media;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.wire.http.Headers;
import congressbot.wire.http.MediaType;
import congressbot.wire.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /media/{ref}`: the file of a message, for holders of the key. A reference of ours leads to the bridge that it
/// came from and nowhere else; any other leads nowhere. The type is found in the bytes.
final class MediaEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(MediaEndpoint.class);

    /// Files in memory at once. At their largest they take half of a heap of 256 MiB.
    private static final int AT_ONCE = 5;

    /// How long a caller waits for room.
    private static final Duration ROOM = Duration.ofSeconds(5);

    private static final String RETRY_AFTER_S = "5";

    private final Gowa bridge;
    private final MeterRegistry metrics;
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);

    MediaEndpoint(Gowa bridge, MeterRegistry metrics) {
        this.bridge = bridge;
        this.metrics = metrics;
    }

    void answer(Context call) {
        Timer.Sample started = Timer.start(metrics);
        String result = enter() ? fetched(call) : later(call, "too many files are being fetched");
        long nanos = started.stop(metrics.timer("congressbot.gateway.media", "result", result));
        LOG.atInfo()
                .addKeyValue("result", result)
                .addKeyValue("durationMs", Duration.ofNanos(nanos).toMillis())
                .log("media");
    }

    private boolean enter() {
        try {
            return atOnce.tryAcquire(ROOM.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever interrupts wants no more of this
            return false;
        }
    }

    /// For the metrics, what became of it.
    private String fetched(Context call) {
        try {
            return switch (bridge.media(call.pathParam("ref"))) {
                case Media.Found found -> {
                    call.contentType(MediaType.of(found.content()).mime());
                    call.result(found.content().bytes());
                    yield "found";
                }
                case Media.Gone() -> {
                    Problem.answer(call, HttpStatus.NOT_FOUND.getCode(), "there is no such file");
                    yield "gone";
                }
                case Media.TooLarge() -> {
                    Problem.answer(call, HttpStatus.CONTENT_TOO_LARGE.getCode(), "the file is too large");
                    yield "too_large";
                }
                case Media.TryLater(String reason) -> later(call, reason);
            };
        } finally {
            atOnce.release();
        }
    }

    private static String later(Context call, String reason) {
        call.header(Headers.RETRY_AFTER, RETRY_AFTER_S);
        Problem.answer(call, HttpStatus.SERVICE_UNAVAILABLE.getCode(), reason);
        return "try_later";
    }
}
