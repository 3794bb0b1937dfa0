package congressbot.gateway;

import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Headers;
import congressbot.wire.http.Problem;
import congressbot.wire.http.RequestId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Reads the bodies of webhooks, each at most as large as its bridge sends them. What is larger than
/// a message alone waits until there is room for it, before a byte of it is read.
final class WebhookBodies {
    /// Up to here, in bytes, a body is read at once.
    private static final int SMALL = 1024 * 1024;

    /// How long a large one waits for room: less than any bridge waits for its answer.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String RETRY_AFTER_S = "5";

    private final Room room;
    private final InstantSource time;

    WebhookBodies(Room room, InstantSource time) {
        this.room = room;
        this.time = time;
    }

    /// Reads one and hands it on; it is in memory until that has returned.
    ///
    /// @return the outcome for the metrics
    String read(Context call, Bridges.Addressed addressed, Function<WebhookCall, String> then) {
        if (!addressed.bridge().admits(addressed.proof())) {
            Problem.answer(call, HttpStatus.UNAUTHORIZED.getCode(), "there is no such instance");
            return "rejected";
        }
        long needed = memory(call, addressed.bridge().maxWebhook());
        if (needed <= SMALL) {
            return readNow(call, addressed, then);
        }
        Optional<Room.Taken> taken = room.take(needed, PATIENCE);
        if (taken.isEmpty()) {
            call.header(Headers.RETRY_AFTER, RETRY_AFTER_S);
            Problem.answer(call, HttpStatus.SERVICE_UNAVAILABLE.getCode(), "too many large webhooks at once");
            return "busy";
        }
        try (Room.Taken _ = taken.get()) {
            return readNow(call, addressed, then);
        }
    }

    private String readNow(Context call, Bridges.Addressed addressed, Function<WebhookCall, String> then) {
        Optional<byte[]> body;
        try {
            body = Bodies.read(call, addressed.bridge().maxWebhook());
        } catch (IOException _) {
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "the body ended early");
            return "broken";
        }
        return body.map(bytes -> new WebhookCall(
                        addressed.proof(),
                        name -> Optional.ofNullable(call.header(name)),
                        bytes,
                        time.instant(),
                        RequestId.current()))
                .map(then)
                .orElse("too_large");
    }

    /// A body of unknown length grows while it is read, and is copied once at its end. One that is
    /// too long is not read.
    private static long memory(Context call, int max) {
        int length = call.contentLength();
        if (length < 0) {
            return max <= SMALL ? max : 2L * max;
        }
        return length > max ? 0 : length;
    }
}
