package congressbot.dev.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The simulator's clock, and its end: whoever pauses waits for the end, so that nobody is waited for.
final class Pace {
    private final CountDownLatch end = new CountDownLatch(1);
    private final InstantSource clock;
    private final BridgeTimes times;

    Pace(InstantSource clock, BridgeTimes times) {
        this.clock = clock;
        this.times = times;
    }

    Instant now() {
        return clock.instant();
    }

    BridgeTimes times() {
        return times;
    }

    void end() {
        end.countDown();
    }

    boolean ended() {
        return end.getCount() == 0;
    }

    /// Waits that long, or until the end comes.
    ///
    /// @return whether the time has passed and the simulator goes on
    boolean passes(Duration pause) {
        try {
            return !end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
