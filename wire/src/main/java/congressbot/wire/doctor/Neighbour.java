package congressbot.wire.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A running process of ours, asked by its `/health`.
///
/// @param name as the report calls it
/// @param base its address
public record Neighbour(String name, URI base) {
    /// It asks its own neighbours first.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// This very process, as it runs beside the look at it.
    public static Neighbour here(String name, int port) {
        return new Neighbour(name, URI.create("http://127.0.0.1:" + port));
    }

    /// How it is, check by check.
    public void look(HttpCaller caller, Secret apiKey, Report report) {
        ask(caller, apiKey, report).ifPresent(health -> {
            checks(health.path("checks"), report);
            if (health.path("status").asText().equals("healthy")) {
                report.ok("neighbour.ok", name, base.toString());
            }
        });
    }

    /// Only whether it can be called.
    public void reach(HttpCaller caller, Secret apiKey, Report report) {
        ask(caller, apiKey, report).ifPresent(_ -> report.ok("neighbour.reached", name, base.toString()));
    }

    /// Its health, or empty after a problem was told.
    private Optional<JsonNode> ask(HttpCaller caller, Secret apiKey, Report report) {
        Call call = Call.get(base.resolve("/health"), PATIENCE).internal(apiKey);
        return switch (caller.send(call)) {
            case Exchange.Answered answer -> told(answer, report);
            case Exchange.NotSent _, Exchange.NoAnswer _ -> {
                report.problem("neighbour.away", name, base.toString());
                yield Optional.empty();
            }
        };
    }

    private Optional<JsonNode> told(Exchange.Answered answer, Report report) {
        JsonNode health = parsed(answer);
        if (!health.path("status").isTextual() || !health.path("checks").isObject()) {
            report.problem("neighbour.odd", name, base.toString(), Integer.toString(answer.status()));
            return Optional.empty();
        }
        if (health.path("checks").isEmpty()) { // told to holders of the key only
            report.problem("neighbour.key", name, base.toString());
            return Optional.empty();
        }
        return Optional.of(health);
    }

    private void checks(JsonNode checks, Report report) {
        for (Map.Entry<String, JsonNode> check : checks.properties()) {
            String detail = check.getValue().path("detail").asText();
            switch (check.getValue().path("status").asText()) {
                case "degraded" -> report.warning("neighbour.degraded", name, check.getKey(), detail);
                case "error" -> report.problem("neighbour.failing", name, check.getKey(), detail);
                default -> {} // healthy or off
            }
        }
    }

    private static JsonNode parsed(Exchange.Answered answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JsonProcessingException _) {
            return Json.MAPPER.missingNode(); // somebody else's words
        }
    }
}
