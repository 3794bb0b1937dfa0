package congressbot.bot.speech;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds the memory that recordings take at once, by their size: many short notes are heard at the same time, long
/// ones one after the other.
final class RecordingMemory {
    private static final int MEBIBYTE = 1024 * 1024;

    /// A recording is held as it came, and once more as the form in which it is sent.
    private static final int COPIES = 2;

    private final Semaphore mebibytes;

    /// @param mebibytes at least what the largest recording takes
    RecordingMemory(int mebibytes) {
        this.mebibytes = new Semaphore(mebibytes, true); // fair: else a long one never gets its turn
    }

    /// Waits for room; once there is, [#giveBack] must follow.
    ///
    /// @return whether there is room within this time
    boolean take(int bytes, Duration patience) {
        try {
            return mebibytes.tryAcquire(cost(bytes), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever interrupts wants no more of this
            return false;
        }
    }

    void giveBack(int bytes) {
        mebibytes.release(cost(bytes));
    }

    static int cost(int bytes) {
        return bytes / MEBIBYTE * COPIES + COPIES;
    }
}
