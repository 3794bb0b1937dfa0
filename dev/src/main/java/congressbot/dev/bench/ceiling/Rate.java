package congressbot.dev.bench.ceiling;

import java.time.Duration;

/// How often something was done in how long.
public record Rate(long count, Duration took) {
    private static final double SECOND = 1e9;

    public double perSecond() {
        return count / (took.toNanos() / SECOND);
    }
}
