package congressbot.dev.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The end of the simulator: whoever pauses waits for it, so that nobody is waited for.
final class Ending {
    private final CountDownLatch end = new CountDownLatch(1);

    void come() {
        end.countDown();
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
