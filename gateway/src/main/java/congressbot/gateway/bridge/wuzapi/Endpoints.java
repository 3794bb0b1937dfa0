package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Instance;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The calls that one user of the bridge may make. What is `POST`ed is written as the bridge's Go
/// names it.
final class Endpoints {
    private final Instance instance;
    private final URI base;
    private final WuzapiSettings settings;
    private final HttpCaller caller;

    Endpoints(Instance instance, WuzapiSettings settings, HttpCaller caller) {
        this.instance = instance;
        this.settings = settings;
        this.caller = caller;
        base = URI.create(settings.url().toString().replaceAll("/+$", ""));
    }

    Exchange get(String path, Duration atMost) {
        return send(Call.get(at(path), atMost));
    }

    Exchange post(String path, Object body, Duration atMost) {
        return send(Call.post(at(path), body, atMost));
    }

    /// The same, with an answer that may be long.
    Exchange post(String path, Object body, Duration atMost, int maxAnswer) {
        return send(Call.post(at(path), body, atMost).reading(maxAnswer));
    }

    /// The bridge's answer, whatever its status; empty when none came.
    static Optional<Reply> reply(Exchange exchange) {
        return exchange instanceof Exchange.Answered answer ? Optional.of(Reply.of(answer)) : Optional.empty();
    }

    /// For operators, when the bridge does not know our token.
    String refused() {
        return "the bridge refuses " + variable(Variable.WUZAPI_TOKEN);
    }

    String variable(Variable variable) {
        return instance.variable(variable);
    }

    private Exchange send(Call call) {
        return caller.send(call.with("token", settings.token().reveal()));
    }

    private URI at(String path) {
        return URI.create(base + path);
    }
}
