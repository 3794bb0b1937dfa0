package congressbot.dev.stores;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Looks again and again until there is something to see, or the time is up.
public final class Poll {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /// Empty while there is nothing to see.
    @FunctionalInterface
    public interface Look<T> {
        Optional<T> look() throws IOException;
    }

    private Poll() {}

    /// What was seen; empty when the time is up.
    public static <T> Optional<T> until(Duration limit, Look<T> look) throws IOException {
        long start = System.nanoTime();
        Optional<T> seen = look.look();
        while (seen.isEmpty() && System.nanoTime() - start < limit.toNanos()) {
            pause(PAUSE);
            seen = look.look();
        }
        return seen;
    }

    static void pause(Duration length) throws StoreUnavailable {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting");
        }
    }
}
