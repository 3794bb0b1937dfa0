package congressbot.gateway;

import congressbot.gateway.Safekeeping.Kept;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Headers;
import congressbot.wire.http.Problem;
import congressbot.wire.http.RequestId;
import congressbot.wire.message.IncomingMessage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /webhooks/{channel}[/{instance}]`: what a bridge tells. It is genuine before it is read and durable before
/// it is answered with 200, and nothing else happens here. What a repetition would not help is answered with 200 too.
final class WebhookEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);
    private static final String RETRY_AFTER_S = "2";

    private final Gowa bridge;
    private final Safekeeping safekeeping;
    private final PresenceSigns signs;
    private final InstantSource time;
    private final MeterRegistry metrics;

    WebhookEndpoint(
            Gowa bridge, Safekeeping safekeeping, PresenceSigns signs, InstantSource time, MeterRegistry metrics) {
        this.bridge = bridge;
        this.safekeeping = safekeeping;
        this.signs = signs;
        this.time = time;
        this.metrics = metrics;
    }

    /// No channel has instances yet, so a path with one leads nowhere.
    void answer(Context call) {
        boolean known = call.pathParamMap().get("instance") == null
                && call.pathParam("channel").equals(Gowa.CHANNEL.value());
        count(known ? intake(call) : notFound(call));
    }

    private String intake(Context call) {
        Optional<byte[]> body;
        try {
            body = Bodies.read(call, Gowa.MAX_WEBHOOK);
        } catch (IOException _) {
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "the body ended early");
            return "broken";
        }
        return body.map(bytes -> new WebhookCall(call.headerMap(), bytes, time.instant(), RequestId.current()))
                .map(webhook -> keep(call, webhook))
                .orElse("too_large");
    }

    /// @return the outcome for the metrics
    private String keep(Context call, WebhookCall webhook) {
        return switch (bridge.intake(webhook)) {
            case Intake.Messages messages -> accepted(call, messages, safekeeping.keep(messages, webhook.body()));
            case Intake.Receipts receipts -> kept(call, safekeeping.keep(receipts), "receipt");
            case Intake.Ignored _ -> "ignored";
            case Intake.Unreadable unreadable -> parked(call, webhook, unreadable);
            case Intake.Rejected rejected -> rejected(call, rejected);
        };
    }

    private String accepted(Context call, Intake.Messages messages, Kept kept) {
        if (kept == Kept.KEPT) {
            metrics.counter("congressbot.gateway.messages")
                    .increment(messages.messages().size());
            messages.messages().forEach(WebhookEndpoint::log);
            messages.messages().forEach(signs::show);
        }
        return kept(call, kept, "accepted");
    }

    private String parked(Context call, WebhookCall webhook, Intake.Unreadable unreadable) {
        LOG.atWarn()
                .addKeyValue("reason", unreadable.reason())
                .addKeyValue("bytes", webhook.body().length)
                .log("a genuine webhook is not understood, kept in " + UnreadableWebhooks.LIST);
        Kept kept = safekeeping.keep(Gowa.CHANNEL, unreadable, webhook.body(), webhook.receivedAt());
        return kept(call, kept, "unreadable");
    }

    private static String rejected(Context call, Intake.Rejected rejected) {
        Problem.answer(call, HttpStatus.UNAUTHORIZED.getCode(), rejected.reason());
        return "rejected";
    }

    private static String kept(Context call, Kept kept, String outcome) {
        return switch (kept) {
            case KEPT -> outcome;
            case BUSY -> later(call, "too many messages are waiting", "busy");
            case UNSTORED -> later(call, "messages cannot be stored", "unstored");
            case UNSAFE -> later(call, "older messages come back first", "unsafe");
            case UNCERTAIN -> later(call, "the queue does not answer", "uncertain");
        };
    }

    private static String later(Context call, String reason, String outcome) {
        call.header(Headers.RETRY_AFTER, RETRY_AFTER_S);
        Problem.answer(call, HttpStatus.SERVICE_UNAVAILABLE.getCode(), reason);
        return outcome;
    }

    private static String notFound(Context call) {
        Problem.answer(call, HttpStatus.NOT_FOUND.getCode(), "no such channel here");
        return "unknown_channel";
    }

    private void count(String outcome) {
        metrics.counter("congressbot.gateway.webhooks", "outcome", outcome).increment();
    }

    private static void log(IncomingMessage message) {
        LOG.atInfo()
                .addKeyValue("message", message.id())
                .addKeyValue("conversation", message.conversation())
                .addKeyValue("content", message.content().getClass().getSimpleName())
                .log("webhook accepted");
    }
}
