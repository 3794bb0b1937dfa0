package congressbot.wire.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Headers;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Calls the gateway: the worker for a fresh reply and for voice notes, the relay of bot-api for what is left.
public final class GatewayClient {
    private static final Duration HEALTH = Duration.ofSeconds(1);

    /// Longest pause that the gateway can ask for.
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final HttpCaller http;
    private final URI gateway;
    private final URI sends;
    private final Secret apiKey;
    private final Duration patience;

    /// @param patience for one send
    public GatewayClient(HttpCaller http, URI gateway, Secret apiKey, Duration patience) {
        this.http = http;
        this.gateway = gateway;
        this.sends = gateway.resolve("/send-text");
        this.apiKey = apiKey;
        this.patience = patience;
    }

    /// Sends a message. A repetition with the same key sends nothing more.
    public Sending send(String key, OutgoingMessage message) {
        Call call = Call.post(sends, message, patience).internal(apiKey).with(Headers.IDEMPOTENCY_KEY, key);
        return switch (http.send(call)) {
            case Exchange.Answered answered -> judge(answered);
            case Exchange.NotSent(String reason) -> new Sending.NoAnswer("not sent: " + reason);
            case Exchange.NoAnswer(String reason) -> new Sending.NoAnswer("no answer: " + reason);
        };
    }

    /// Fetches the file of a message.
    ///
    /// @param mediaRef as it stands in the message
    public Fetched fetch(String mediaRef, Duration atMost) {
        URI place = gateway.resolve("/media/" + URLEncoder.encode(mediaRef, StandardCharsets.UTF_8));
        return switch (http.send(Call.get(place, atMost).internal(apiKey).reading(Fetched.MAX_BYTES))) {
            case Exchange.Answered answered -> fetched(answered);
            case Exchange.NotSent(String reason) -> new Fetched.Unavailable("not sent: " + reason);
            case Exchange.NoAnswer(String reason) -> new Fetched.Unavailable("no answer: " + reason);
        };
    }

    public boolean healthy() {
        return http.send(Call.get(gateway.resolve("/health"), HEALTH)) instanceof Exchange.Answered answered
                && answered.status() == 200;
    }

    private static Fetched fetched(Exchange.Answered answered) {
        return switch (answered.status()) {
            case 200 -> new Fetched.File(answered.header("content-type").orElse(""), answered.content());
            case 404 -> new Fetched.Gone();
            case 413 -> new Fetched.TooLarge();
            default -> new Fetched.Unavailable("status " + answered.status());
        };
    }

    private static Sending judge(Exchange.Answered answered) {
        return switch (answered.status()) {
            case 200 -> sent(answered.body());
            case 409 -> new Sending.InFlight();
            case 422 -> new Sending.Refused();
            case 503 -> new Sending.TryLater(pause(answered));
            case 504 -> new Sending.Unknown();
            default -> new Sending.NoAnswer("status " + answered.status());
        };
    }

    private static Sending sent(String body) {
        try {
            return new Sending.Sent(Json.read(body, SendAnswer.class).messageId());
        } catch (JsonProcessingException _) {
            return new Sending.NoAnswer("status 200 with an unreadable body");
        }
    }

    private static Duration pause(Exchange.Answered answered) {
        try {
            long seconds = Long.parseLong(answered.header("retry-after").orElse("1"));
            return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_PAUSE.toSeconds()));
        } catch (NumberFormatException _) {
            return Duration.ofSeconds(1);
        }
    }
}
