package congressbot.gateway;

import congressbot.wire.gateway.Fetched;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Room in memory for what is large: files that are fetched, and webhooks with a file inside.
/// Together they take no more than four of the largest files, of a heap of 256 MiB; who finds no room
/// in time comes back later.
final class Room {
    private static final int UNIT_BYTES = 64 * 1024;
    private static final int UNITS = 4 * Fetched.MAX_BYTES / UNIT_BYTES;

    private final Semaphore free = new Semaphore(UNITS, true);

    /// Room that is taken until it is closed.
    final class Taken implements AutoCloseable {
        private final int units;

        private Taken(int units) {
            this.units = units;
        }

        @Override
        public void close() {
            free.release(units);
        }
    }

    /// Waits for room.
    ///
    /// @param bytes more than there is counts as all there is
    Optional<Taken> take(long bytes, Duration atMost) {
        int units = Math.clamp(Math.ceilDiv(bytes, UNIT_BYTES), 1, UNITS);
        try {
            return free.tryAcquire(units, atMost.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new Taken(units))
                    : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever interrupts wants no more of this
            return Optional.empty();
        }
    }
}
