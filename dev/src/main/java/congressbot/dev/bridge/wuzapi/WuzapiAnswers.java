package congressbot.dev.bridge.wuzapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import congressbot.wire.Json;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all endpoints of wuzapi have in common: the envelope, who may ask, and names in whatever case.
final class WuzapiAnswers {
    private final Secret token;

    WuzapiAnswers(Secret token) {
        this.token = token;
    }

    void addTo(RoutesConfig routes) {
        for (String path : List.of("/chat/*", "/session/*", "/user/*", "/webhook")) {
            routes.before(path, this::check);
        }
        routes.exception(JsonProcessingException.class, (_, call) -> failure(call, 400, "could not decode Payload"));
    }

    private void check(Context call) {
        String given = Optional.ofNullable(call.header("token"))
                .or(() -> Optional.ofNullable(call.queryParam("token")))
                .orElse("");
        if (!token.matches(given)) {
            failure(call, 401, "unauthorized");
            call.skipRemainingHandlers();
        }
    }

    static void success(Context call, Map<String, ?> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", 200);
        body.put("data", data);
        body.put("success", true);
        bare(call, 200, body);
    }

    static void failure(Context call, int status, String error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", status);
        body.put("error", error);
        body.put("success", false);
        bare(call, status, body);
    }

    /// Without the envelope.
    static void bare(Context call, int status, Map<String, ?> body) {
        call.status(status).contentType("application/json").result(WuzapiJson.write(body));
    }

    static JsonNode body(Context call) throws JsonProcessingException {
        return Json.MAPPER.readTree(call.body());
    }

    static JsonNode field(JsonNode body, String name) {
        return body.properties().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    static Optional<String> text(JsonNode body, String name) {
        return Optional.of(field(body, name).asText("")).filter(text -> !text.isBlank());
    }
}
