package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.wire.Json;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import congressbot.wire.http.HttpCaller;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/// The bridge's endpoints: where they are, what proves us there, and the form of every answer,
/// `{"code","message","results"}`.
final class GowaApi {
    private static final int OK = 200;

    private static final Fields NOTHING = new Fields(JsonNodeFactory.instance.objectNode());

    private final GowaSettings settings;
    private final HttpCaller caller;

    GowaApi(GowaSettings settings, HttpCaller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    /// @param path begins with a slash; empty for the bridge's address alone, which ends without one
    URI at(String path) {
        String base = settings.url().toString();
        return URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path);
    }

    Exchange get(String path, Duration atMost) {
        return send(Call.get(at(path), atMost));
    }

    Exchange post(String path, Object json, Duration atMost) {
        return send(Call.post(at(path), json, atMost));
    }

    /// With what proves us, and the device that is meant.
    Exchange send(Call call) {
        Call known = settings.deviceId().map(id -> call.with("X-Device-Id", id)).orElse(call);
        return caller.send(settings.basicAuth()
                .map(pair -> Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8)))
                .map(basic -> known.with("Authorization", "Basic " + basic))
                .orElse(known));
    }

    /// As a stranger.
    Exchange sendUnproven(Call call) {
        return caller.send(call);
    }

    /// The answer's JSON; nothing at all where it has none.
    static Fields json(Answered answer) {
        try {
            return new Fields(Json.MAPPER.readTree(answer.body()));
        } catch (JsonProcessingException _) {
            return NOTHING;
        }
    }

    /// The bridge's word for what happened; empty where the answer is not its own.
    static String code(Answered answer) {
        return json(answer).text("code").orElse("");
    }

    /// What a call that succeeded brought.
    static Optional<Fields> results(Exchange exchange) {
        return exchange instanceof Answered answer && answer.status() == OK
                ? json(answer).object("results")
                : Optional.empty();
    }

    /// Why a call brought nothing; without anything personal.
    static String failure(Exchange exchange) {
        return switch (exchange) {
            case Exchange.NotSent(String reason) -> "the bridge is not reached: " + reason;
            case Exchange.NoAnswer(String reason) -> "the bridge does not answer: " + reason;
            case Answered answer -> "the bridge answers with status " + answer.status();
        };
    }

    /// A value in a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// One segment of a path. The bridge undoes no escapes in paths, and most segments are addresses:
    /// their `@` may stand there as it is.
    static String segment(String text) {
        return encoded(text).replace("%40", "@");
    }
}
