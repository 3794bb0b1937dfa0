package congressbot.gateway.pacing;

import java.time.Duration;
import java.time.Instant;

/// Tokens that come back one by one, up to so many. All that has to be known is when the bucket is full again. Not for
/// several threads.
final class TokenBucket {
    private final int capacity;
    private final Duration interval;
    private Instant fullAt = Instant.MIN;

    /// @param capacity how many tokens there are at most, and at first
    /// @param interval after which one comes back
    TokenBucket(int capacity, Duration interval) {
        if (capacity < 1 || interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("a bucket holds something and fills");
        }
        this.capacity = capacity;
        this.interval = interval;
    }

    /// How long until a token may be taken after which so many are left; zero = now.
    ///
    /// @param left fewer than the capacity
    Duration until(Instant now, int left) {
        Duration allowed = interval.multipliedBy(capacity - 1L - left);
        Duration wait = lacking(now).minus(allowed);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /// Takes one, whether it may be taken or not.
    void take(Instant now) {
        fullAt = now.plus(lacking(now)).plus(interval);
    }

    /// Time until it is full. A clock that was set back does not empty it: at most everything is missing.
    private Duration lacking(Instant now) {
        if (!fullAt.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration all = interval.multipliedBy(capacity);
        return fullAt.isAfter(now.plus(all)) ? all : Duration.between(now, fullAt);
    }
}
