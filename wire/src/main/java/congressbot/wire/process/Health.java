package congressbot.wire.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// How this process and its neighbours are: named checks, each asked at most once in five seconds.
public final class Health {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Map<String, Supplier<Status>> checks = new LinkedHashMap<>();
    private final Map<String, Asked> answers = new LinkedHashMap<>();
    private final InstantSource time;

    public Health(InstantSource time) {
        this.time = time;
    }

    /// What one check found. `detail` is for operators: English, without personal data.
    public sealed interface Status {
        record Healthy() implements Status {}

        /// Not configured, and not needed.
        record Off() implements Status {}

        /// Works with a loss that people do not notice at once.
        record Degraded(String detail) implements Status {}

        record Failing(String detail) implements Status {}
    }

    private record Asked(Status status, Instant at) {}

    public synchronized void check(String name, Supplier<Status> check) {
        checks.put(name, check);
    }

    /// The present status of every check, in the order of their registration. A check that throws is failing.
    public synchronized Map<String, Status> report() {
        Map<String, Status> report = new LinkedHashMap<>();
        checks.forEach((name, check) -> report.put(name, status(name, check)));
        return report;
    }

    private Status status(String name, Supplier<Status> check) {
        Asked last = answers.get(name);
        if (last != null && Duration.between(last.at(), time.instant()).compareTo(KEPT) < 0) {
            return last.status();
        }
        Status status = ask(check);
        answers.put(name, new Asked(status, time.instant()));
        return status;
    }

    private static Status ask(Supplier<Status> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return new Status.Failing(e.getClass().getSimpleName());
        }
    }
}
