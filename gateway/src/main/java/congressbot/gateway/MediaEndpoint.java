package congressbot.gateway;

import congressbot.gateway.bridge.Media;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.http.Body;
import congressbot.wire.http.Headers;
import congressbot.wire.http.MediaType;
import congressbot.wire.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /media/{ref}`: the file of a message, for holders of the key. A reference of ours leads to
/// the bridge that it came from and nowhere else; any other leads nowhere. The type is found in the
/// bytes.
final class MediaEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(MediaEndpoint.class);

    /// How long a caller waits for room.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String RETRY_AFTER_S = "5";
    private static final int PIECE_BYTES = 64 * 1024;

    private final Bridges bridges;
    private final Room room;
    private final MeterRegistry metrics;

    MediaEndpoint(Bridges bridges, Room room, MeterRegistry metrics) {
        this.bridges = bridges;
        this.room = room;
        this.metrics = metrics;
    }

    void answer(Context call) {
        Timer.Sample started = Timer.start(metrics);
        String result = fetchedInRoom(call);
        long nanos = started.stop(metrics.timer("congressbot.gateway.media", "result", result));
        LOG.atInfo()
                .addKeyValue("result", result)
                .addKeyValue("durationMs", Duration.ofNanos(nanos).toMillis())
                .log("media");
    }

    /// For the metrics, what became of it.
    private String fetchedInRoom(Context call) {
        Optional<Room.Taken> taken = room.take(Fetched.MAX_BYTES, PATIENCE);
        if (taken.isEmpty()) {
            return later(call, "too many files are being fetched");
        }
        try (Room.Taken _ = taken.get()) {
            return fetched(call);
        }
    }

    private String fetched(Context call) {
        return switch (bridges.media(call.pathParam("ref"))) {
            case Media.Found(Body file) -> give(call, file);
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
    }

    /// In pieces, because the system takes as much memory again for each; and at once, while there is
    /// room for it.
    private static String give(Context call, Body file) {
        call.contentType(MediaType.of(file).mime());
        call.res().setContentLength(file.size());
        try {
            OutputStream out = call.res().getOutputStream();
            for (int from = 0; from < file.size(); from += PIECE_BYTES) {
                out.write(file.bytes(), from, Math.min(PIECE_BYTES, file.size() - from));
            }
            return "found";
        } catch (IOException _) {
            return "broken"; // whoever asked is gone
        }
    }

    private static String later(Context call, String reason) {
        call.header(Headers.RETRY_AFTER, RETRY_AFTER_S);
        Problem.answer(call, HttpStatus.SERVICE_UNAVAILABLE.getCode(), reason);
        return "try_later";
    }
}
