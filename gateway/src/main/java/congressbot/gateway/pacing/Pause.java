package congressbot.gateway.pacing;

import java.time.Duration;

/// Lets the time pass in which somebody would type.
public final class Pause {
    private Pause() {}

    /// Ends early in a process that is told to stop.
    public static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
