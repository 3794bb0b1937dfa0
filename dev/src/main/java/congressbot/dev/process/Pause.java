package congressbot.dev.process;

import java.time.Duration;

/// Lets time pass where that is what is played: a person who thinks, a machine that stands still.
public final class Pause {
    private Pause() {}

    public static void of(Duration length) throws InterruptedException {
        Thread.sleep(length);
    }
}
