package congressbot.gateway;

import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.SendResult.ReachLimited;
import congressbot.gateway.bridge.SendResult.Refused;
import congressbot.gateway.bridge.SendResult.Sent;
import congressbot.gateway.bridge.SendResult.TryLater;
import congressbot.gateway.bridge.SendResult.Unknown;
import congressbot.wire.gateway.SendAnswer;
import congressbot.wire.gateway.SendCause;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Headers;
import congressbot.wire.http.Problem;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.Mask;
import congressbot.wire.message.OutgoingMessage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /send-text`: hands one message to its channel, once for each `Idempotency-Key`. It never
/// queues.
final class SendEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SendEndpoint.class);
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    /// Pause after which a request for a key in flight may ask again.
    private static final Duration IN_FLIGHT = Duration.ofSeconds(1);

    /// Largest body, in bytes: the largest file in base64, and room for what stands beside it.
    private static final int MAX_BODY = Attachment.MAX_BYTES / 3 * 4 + 256 * 1024;

    /// Up to here, in bytes, a body is read at once: a text, and a small picture.
    private static final int SMALL = 1024 * 1024;

    /// What a large body takes beside itself: the file, and how the bridge is told of it.
    private static final int COPIES = 3;

    /// How long a large one waits for room: well within the patience of who sends.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration NO_ROOM = Duration.ofSeconds(5);

    private final KeyedSender sender;
    private final Typist typist;
    private final Room room;
    private final MeterRegistry metrics;

    SendEndpoint(KeyedSender sender, Typist typist, Room room, MeterRegistry metrics) {
        this.sender = sender;
        this.typist = typist;
        this.room = room;
        this.metrics = metrics;
    }

    void answer(Context call) throws IOException {
        String key = Optional.ofNullable(call.header(Headers.IDEMPOTENCY_KEY)).orElse("");
        if (!isKey(key)) {
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "Idempotency-Key is 1 to 200 printable characters");
            return;
        }
        long needed = memory(call);
        if (needed <= SMALL) {
            send(call, key);
            return;
        }
        Optional<Room.Taken> taken = room.take(needed, PATIENCE);
        if (taken.isEmpty()) {
            later(call, "too many files at once", NO_ROOM);
            return;
        }
        try (Room.Taken _ = taken.get()) {
            send(call, key);
        }
    }

    /// A body of unknown length may be as long as any. One that is too long is not read.
    private static long memory(Context call) {
        long length = call.contentLength() < 0 ? MAX_BODY : call.contentLength();
        return length > MAX_BODY || length <= SMALL ? 0 : COPIES * length;
    }

    private void send(Context call, String key) throws IOException {
        Optional<OutgoingMessage> message = Bodies.read(call, OutgoingMessage.class, MAX_BODY);
        if (message.isEmpty()) {
            return;
        }
        if (SendCause.of(key).awaited()) {
            typist.type(message.get());
        }
        Timer.Sample started = Timer.start(metrics);
        Sending sending = sender.send(key, message.get());
        long nanos = started.stop(metrics.timer("congressbot.gateway.send.duration"));
        tell(call, key, sending, Duration.ofNanos(nanos));
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    private void tell(Context call, String key, Sending sending, Duration took) {
        String reason = switch (sending) {
            case Sending.InFlight() -> inFlight(call);
            case Sending.Answered(SendResult result) -> answered(call, result);
        };
        String name = name(sending);
        metrics.counter("congressbot.gateway.sends", "result", name).increment();
        LOG.atInfo()
                .addKeyValue("result", name)
                .addKeyValue("reason", reason)
                .addKeyValue("key", Mask.tail(key))
                .addKeyValue("durationMs", took.toMillis())
                .log("send");
    }

    private static String inFlight(Context call) {
        call.header(Headers.RETRY_AFTER, seconds(IN_FLIGHT));
        Problem.answer(call, HttpStatus.CONFLICT.getCode(), "this key is being sent");
        return "";
    }

    private static String answered(Context call, SendResult result) {
        return switch (result) {
            case Sent(String messageId) -> {
                Bodies.answer(call, new SendAnswer(messageId));
                yield "";
            }
            case TryLater(String reason, Duration after) -> later(call, reason, after);
            case ReachLimited(String reason, Duration after) -> later(call, reason, after);
            case Refused(String reason) -> {
                Problem.answer(call, HttpStatus.UNPROCESSABLE_CONTENT.getCode(), reason);
                yield reason;
            }
            case Unknown(String reason) -> {
                Problem.answer(call, HttpStatus.GATEWAY_TIMEOUT.getCode(), reason);
                yield reason;
            }
        };
    }

    private static String later(Context call, String reason, Duration after) {
        call.header(Headers.RETRY_AFTER, seconds(after));
        Problem.answer(call, HttpStatus.SERVICE_UNAVAILABLE.getCode(), reason);
        return reason;
    }

    /// Rounded up: the header knows whole seconds only.
    private static String seconds(Duration after) {
        return String.valueOf(after.plusMillis(999).toSeconds());
    }

    private static String name(Sending sending) {
        return switch (sending) {
            case Sending.InFlight() -> "in_flight";
            case Sending.Answered(Sent _) -> "sent";
            case Sending.Answered(TryLater _) -> "try_later";
            case Sending.Answered(ReachLimited _) -> "reach_limited";
            case Sending.Answered(Refused _) -> "refused";
            case Sending.Answered(Unknown _) -> "unknown";
        };
    }
}
