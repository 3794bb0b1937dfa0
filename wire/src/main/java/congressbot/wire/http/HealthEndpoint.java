package congressbot.wire.http;

import congressbot.wire.process.Health;
import congressbot.wire.process.Health.Status;
import congressbot.wire.process.Secret;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// `GET /health`: healthy and degraded answer 200, error 503. Details only for holders of the key.
final class HealthEndpoint {
    private final Health health;
    private final Secret apiKey;

    HealthEndpoint(Health health, Secret apiKey) {
        this.health = health;
        this.apiKey = apiKey;
    }

    /// @param checks empty without the key
    private record Report(String status, Map<String, CheckReport> checks) {}

    private record CheckReport(String status, String detail) {}

    void answer(Context call) {
        Map<String, Status> report = health.report();
        boolean failing = contains(report.values(), Status.Failing.class);
        boolean degraded = contains(report.values(), Status.Degraded.class);
        call.status(failing ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        Map<String, CheckReport> details = new LinkedHashMap<>();
        if (ProcessServer.holdsKey(call, apiKey)) {
            report.forEach((name, status) -> details.put(name, describe(status)));
        }
        Bodies.answer(call, new Report(failing ? "error" : degraded ? "degraded" : "healthy", details));
    }

    private static boolean contains(Collection<Status> statuses, Class<? extends Status> kind) {
        return statuses.stream().anyMatch(kind::isInstance);
    }

    private static CheckReport describe(Status status) {
        return switch (status) {
            case Status.Healthy() -> new CheckReport("healthy", "");
            case Status.Off() -> new CheckReport("off", "");
            case Status.Degraded(String detail) -> new CheckReport("degraded", detail);
            case Status.Failing(String detail) -> new CheckReport("error", detail);
        };
    }
}
