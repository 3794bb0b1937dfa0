package congressbot.dev.metrics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// How long most took: of a hundred, so many took no longer.
public record Percentiles(Duration p50, Duration p95, Duration p99, Duration max) {
    /// By the nearest rank: each is a time that was measured.
    ///
    /// @param times at least one
    public static Percentiles of(Collection<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return new Percentiles(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99), sorted.getLast());
    }

    private static Duration rank(List<Duration> sorted, int percent) {
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }
}
