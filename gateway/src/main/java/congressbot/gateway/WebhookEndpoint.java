package congressbot.gateway;

import congressbot.gateway.Safekeeping.Kept;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.http.Headers;
import congressbot.wire.http.Problem;
import congressbot.wire.message.IncomingMessage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /webhooks/{channel}[/{instance}][/{proof}]`: what a bridge tells. It is genuine before it is
/// read and durable before it is answered with 200, and nothing else happens here. What a repetition
/// would not help is answered with 200 too.
final class WebhookEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);
    private static final String RETRY_AFTER_S = "2";

    private final Bridges bridges;
    private final WebhookBodies bodies;
    private final Arrivals arrivals;
    private final PresenceSigns signs;
    private final MeterRegistry metrics;

    WebhookEndpoint(
            Bridges bridges, WebhookBodies bodies, Arrivals arrivals, PresenceSigns signs, MeterRegistry metrics) {
        this.bridges = bridges;
        this.bodies = bodies;
        this.arrivals = arrivals;
        this.signs = signs;
        this.metrics = metrics;
    }

    void answer(Context call) {
        List<String> parts = Stream.of("first", "second")
                .flatMap(part -> Optional.ofNullable(call.pathParamMap().get(part)).stream())
                .toList();
        count(bridges.at(call.pathParam("channel"), parts)
                .map(addressed -> bodies.read(call, addressed, webhook -> keep(call, addressed.bridge(), webhook)))
                .orElseGet(() -> notFound(call)));
    }

    /// @return the outcome for the metrics
    private String keep(Context call, Bridge bridge, WebhookCall webhook) {
        return switch (bridge.intake(webhook)) {
            case Intake.Messages messages ->
                accepted(call, bridge, messages, arrivals.keep(bridge, messages, webhook.body()));
            case Intake.Receipts receipts -> kept(call, arrivals.keep(bridge, receipts), "receipt");
            case Intake.Ignored _ -> "ignored";
            case Intake.Unreadable unreadable -> parked(call, bridge, webhook, unreadable);
            case Intake.Rejected rejected -> rejected(call, rejected);
        };
    }

    private String accepted(Context call, Bridge bridge, Intake.Messages messages, Kept kept) {
        if (kept == Kept.KEPT) {
            metrics.counter("congressbot.gateway.messages")
                    .increment(messages.messages().size());
            messages.messages().forEach(WebhookEndpoint::log);
            messages.messages().forEach(message -> signs.show(bridge, message));
        }
        return kept(call, kept, "accepted");
    }

    private String parked(Context call, Bridge bridge, WebhookCall webhook, Intake.Unreadable unreadable) {
        LOG.atWarn()
                .addKeyValue("reason", unreadable.reason())
                .addKeyValue("bytes", webhook.body().length)
                .log("a genuine webhook is not understood, kept in " + UnreadableWebhooks.LIST);
        return kept(call, arrivals.keep(bridge, unreadable, webhook), "unreadable");
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
