package congressbot.dev.bridge.gowa;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.Phone;
import congressbot.wire.Json;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all endpoints of GOWA have in common: the envelope, and who may ask. Media are for everybody
/// who knows their names.
final class GowaAnswers {
    private static final List<String> GUARDED =
            List.of("/send/*", "/message/*", "/app/*", "/chats", "/chat/*", "/devices", "/user/*");

    private final Optional<Secret> basicAuth;

    /// @param basicAuth `user:password`
    GowaAnswers(Optional<Secret> basicAuth) {
        this.basicAuth = basicAuth.map(pair -> new Secret(
                "Basic " + Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8))));
    }

    void addTo(RoutesConfig routes) {
        basicAuth.ifPresent(wanted -> GUARDED.forEach(path -> routes.before(path, call -> check(call, wanted))));
        routes.exception(
                JsonProcessingException.class,
                (_, call) -> failure(call, 500, "INTERNAL_SERVER_ERROR", "the body is no JSON"));
    }

    private static void check(Context call, Secret wanted) {
        if (!wanted.matches(Optional.ofNullable(call.header("Authorization")).orElse(""))) {
            call.status(401)
                    .header("WWW-Authenticate", "Basic realm=\"Restricted\"")
                    .result("Unauthorized");
            call.skipRemainingHandlers();
        }
    }

    static void success(Context call, String message, Object results) {
        answer(call, 200, success(message, results));
    }

    static Map<String, Object> success(String message, Object results) {
        return Map.of("code", "SUCCESS", "message", message, "results", results);
    }

    static void failure(Context call, int status, String code, String message) {
        answer(call, status, Map.of("code", code, "message", message));
    }

    /// The bridge speaks of both, its lost connection and its lost number, in one way.
    static void notConnected(Context call, Line line) {
        String message = line.link() == Line.Link.UNLINKED ? "you are not logged in" : "not connected to WhatsApp";
        failure(call, 401, "AUTHENTICATION_ERROR", message);
    }

    static Optional<Phone> phone(Line line, String address) {
        return line.phone(Phone.number(address));
    }

    private static void answer(Context call, int status, Object body) {
        call.status(status).contentType("application/json").result(Json.write(body));
    }
}
