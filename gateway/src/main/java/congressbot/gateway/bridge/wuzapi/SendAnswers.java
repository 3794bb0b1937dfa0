package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.SendResult.ReachLimited;
import congressbot.gateway.bridge.SendResult.Refused;
import congressbot.gateway.bridge.SendResult.Sent;
import congressbot.gateway.bridge.SendResult.TryLater;
import congressbot.gateway.bridge.SendResult.Unknown;
import congressbot.gateway.bridge.whatsapp.Heard;
import congressbot.wire.http.Exchange;
import java.time.Duration;
import java.util.List;

/// Judges the bridge's answer to a send. One status stands for everything that fails at WhatsApp, and
/// only the text beside it tells where; what it does not tell for certain is [Unknown].
final class SendAnswers {
    /// A restart, a lost connection.
    private static final Duration SOON = Duration.ofSeconds(5);

    /// Needs somebody, or another mind of WhatsApp's server.
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// WhatsApp does not let the account write to this person now; it lasts hours to days.
    private static final Duration TIMELOCK = Duration.ofMinutes(15);

    /// The code with which WhatsApp's server refuses to begin a chat.
    private static final String REACH_LIMIT = " 463";

    /// All that the bridge says where it has not tried; as a part of more it may have.
    private static final List<String> NOT_CONNECTED = List.of("no session", "not connected", "not logged in");

    private final Endpoints bridge;
    private final Alarm alarm;

    SendAnswers(Endpoints bridge, Alarm alarm) {
        this.bridge = bridge;
        this.alarm = alarm;
    }

    /// @param id the message's own, as it was told to the bridge
    SendResult judge(Exchange exchange, String id) {
        return switch (exchange) {
            case Exchange.NotSent(String reason) -> new TryLater("the bridge is not reached: " + reason, SOON);
            case Exchange.NoAnswer(String reason) -> new Unknown("no answer of the bridge: " + reason);
            case Exchange.Answered answer -> judge(Reply.of(answer), id);
        };
    }

    private SendResult judge(Reply reply, String id) {
        return switch (reply.status()) {
            case 200 -> accepted(reply, id);
            case 400 -> new Refused("not valid for the bridge");
            case 401 -> misconfigured(bridge.refused());
            case 408, 429 -> new TryLater("the bridge gave up", SOON);
            case 413 -> new Refused("too long for the bridge");
            case 500 -> failed(reply.error());
            // The others come from something between us and the bridge.
            default ->
                reply.status() >= 300 && reply.status() < 500
                        ? misconfigured("the bridge answered " + reply.status() + " to a send")
                        : new Unknown("the bridge answered " + reply.status());
        };
    }

    private static SendResult accepted(Reply reply, String id) {
        return reply.data()
                .<SendResult>map(
                        data -> new Sent(data.text("Id").filter(Heard::usableId).orElse(id)))
                .orElseGet(() -> new Unknown("success, not in the bridge's words"));
    }

    private static SendResult failed(String error) {
        if (error.endsWith(REACH_LIMIT)) {
            return new ReachLimited("WhatsApp does not let us write to this person now", TIMELOCK);
        }
        if (NOT_CONNECTED.contains(error)) {
            return new TryLater("the bridge is not connected to WhatsApp", SOON);
        }
        if (error.contains("failed to upload")) {
            return new TryLater("the bridge failed before the send", SOON);
        }
        boolean refusedByServer = error.contains("server returned error ") || error.contains("no lid found for ");
        return refusedByServer
                ? new TryLater("WhatsApp's server refused it", MINUTE)
                : new Unknown("the bridge failed during the send");
    }

    private SendResult misconfigured(String cause) {
        alarm.raise(cause);
        return new TryLater(cause, MINUTE);
    }
}
