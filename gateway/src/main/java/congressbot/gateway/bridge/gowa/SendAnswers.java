package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.SendResult.ReachLimited;
import congressbot.gateway.bridge.SendResult.Refused;
import congressbot.gateway.bridge.SendResult.Sent;
import congressbot.gateway.bridge.SendResult.TryLater;
import congressbot.gateway.bridge.SendResult.Unknown;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Heard;
import congressbot.wire.Json;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import congressbot.wire.process.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Judges the bridge's answer to a send. What is certainly not sent may be tried again; where it may
/// have been sent the answer is [Unknown], because a second message to a person is worse than a late
/// one.
final class SendAnswers {
    /// A restart, a lost connection.
    private static final Duration SOON = Duration.ofSeconds(5);

    /// Needs somebody, or a look-up that failed to succeed.
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// WhatsApp does not let the account write to this person now; it lasts hours to days.
    private static final Duration TIMELOCK = Duration.ofMinutes(15);

    private static final List<String> REFUSED_BY_SERVER = List.of("server returned error ", "no lid found for ");

    /// A body that is no JSON or form, a picture that is none.
    private static final List<String> UNREAD = List.of(
            "invalid character",
            "unexpected end of json",
            "cannot unmarshal",
            "unprocessable entity",
            "failed to open image file");

    private static final List<String> NOT_YET_SENT =
            List.of("failed to upload", "failed to save image", "failed to save thumbnail", "failed to read thumbnail");

    private final Instance instance;
    private final Alarm alarm;

    SendAnswers(Instance instance, Alarm alarm) {
        this.instance = instance;
        this.alarm = alarm;
    }

    /// @param code the bridge's word for what happened; empty where the answer is not the bridge's
    ///     own JSON
    /// @param message may hold a phone number: never shown
    private record Body(String code, String message, Optional<String> messageId) {
        private static final Body NOT_OURS = new Body("", "", Optional.empty());

        static Body of(Answered answer) {
            try {
                Fields json = new Fields(Json.MAPPER.readTree(answer.body()));
                return new Body(
                        json.text("code").orElse(""),
                        json.text("message").orElse("").toLowerCase(Locale.ROOT),
                        json.object("results").flatMap(results -> results.text("message_id")));
            } catch (JsonProcessingException _) {
                return NOT_OURS;
            }
        }
    }

    /// @param key stands in for the message id where the bridge tells none
    SendResult judge(Exchange exchange, String key) {
        return switch (exchange) {
            case Exchange.NotSent(String reason) -> new TryLater("the bridge is not reached: " + reason, SOON);
            case Exchange.NoAnswer(String reason) -> new Unknown("no answer of the bridge: " + reason);
            case Answered answer -> judge(answer.status(), Body.of(answer), key);
        };
    }

    private SendResult judge(int status, Body body, String key) {
        return switch (status) {
            case 200 -> accepted(body, key);
            case 400 -> badRequest(body);
            case 401 -> unauthorized(body);
            case 408 -> new TryLater("the bridge gave up", SOON);
            case 413 -> new Refused("too long for the bridge");
            case 429 -> limited(body);
            case 500 -> failed(body);
            case 503 -> new TryLater("the bridge is starting", SOON);
            // 504 is the bridge's own deadline; the others come from something between us and it.
            default ->
                status >= 300 && status < 500
                        ? misconfigured("the bridge answered " + status + " to a send")
                        : new Unknown("the bridge answered " + status);
        };
    }

    /// Without an id the message is sent all the same: only its receipts cannot be matched.
    private static SendResult accepted(Body body, String key) {
        return body.code().equals("SUCCESS")
                ? new Sent(body.messageId().filter(Heard::usableId).orElse("unknown:" + key))
                : new Unknown("success, not in the bridge's words");
    }

    private SendResult badRequest(Body body) {
        return switch (body.code()) {
            case "VALIDATION_ERROR", "BAD_REQUEST" -> new Refused("not valid for the bridge");
            // The bridge says so too when its look-up fails or takes too long.
            case "INVALID_JID" -> new TryLater("not found on WhatsApp", MINUTE);
            default ->
                misconfigured("the bridge refuses the device of " + instance.variable(Variable.GOWA_DEVICE_ID)
                        + ", or the call");
        };
    }

    private SendResult unauthorized(Body body) {
        return body.code().equals("AUTHENTICATION_ERROR")
                ? new TryLater("the bridge is not connected to WhatsApp", SOON)
                : misconfigured("the bridge refuses " + instance.variable(Variable.GOWA_BASIC_AUTH));
    }

    private static SendResult limited(Body body) {
        return body.code().equals("WA_REACHOUT_TIMELOCK")
                ? new ReachLimited("WhatsApp does not let us write to this person now", TIMELOCK)
                : new TryLater("too many sends", MINUTE);
    }

    private SendResult failed(Body body) {
        return switch (body.code()) {
            case "INVALID_WA_CLI" -> misconfigured("the bridge has no WhatsApp client for the device");
            case "UPLOAD_MEDIA_ERROR", "QR_CHANNEL_ERROR", "SESSION_SAVED_ERROR", "WEBHOOK_ERROR" ->
                new TryLater("the bridge failed before the send", SOON);
            default -> failedSomewhere(body.message());
        };
    }

    /// One code for all else; only the text tells where it failed. WhatsApp's servers said no, or it
    /// did not come so far: it is not sent. In all other cases it may be.
    private static SendResult failedSomewhere(String message) {
        if (message.contains("server returned error 463") || message.endsWith(" 463")) {
            return new ReachLimited("WhatsApp does not let us write to this person now", TIMELOCK);
        }
        if (holds(message, UNREAD)) {
            return new Refused("the bridge cannot read what we send");
        }
        if (holds(message, NOT_YET_SENT)) {
            return new TryLater("the bridge failed before the send", SOON);
        }
        return holds(message, REFUSED_BY_SERVER)
                ? new TryLater("WhatsApp's server refused it", MINUTE)
                : new Unknown("the bridge failed during the send");
    }

    private static boolean holds(String message, List<String> words) {
        return words.stream().anyMatch(message::contains);
    }

    private SendResult misconfigured(String cause) {
        alarm.raise(cause);
        return new TryLater(cause, MINUTE);
    }
}
