package congressbot.worker;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Places for conversations in hand: how many at once, and whether a new one may begin now. Nothing new begins while a
/// neighbour is down, while a suspect has the process for itself, or when the process stops.
final class Slots {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int limit;
    private int taken;
    private boolean suspectHere;
    private boolean healthy = true;
    private boolean closed;

    Slots(int limit) {
        this.limit = limit;
    }

    /// Waits for a free place, and takes it.
    ///
    /// @return false when none came free in this time
    boolean take(Duration atMost) {
        return locked(() -> {
            await(() -> closed || (open() && taken < limit), atMost);
            boolean free = open() && taken < limit;
            taken += free ? 1 : 0;
            return free;
        });
    }

    void giveBack() {
        change(() -> taken--);
    }

    /// Whether the holder of a place may claim again instead of giving it back.
    boolean mayGoOn() {
        return locked(this::open);
    }

    /// Asks to begin a turn, in a place that was taken. A suspect waits until all other places are given back, and
    /// keeps them free until [#end].
    ///
    /// @return false when the turn may not begin
    boolean begin(boolean suspect, Duration atMost) {
        return locked(() -> {
            if (!suspect || !open()) {
                return open();
            }
            suspectHere = true;
            await(() -> closed || taken == 1, atMost);
            boolean alone = taken == 1 && !closed;
            if (!alone) {
                end(true);
            }
            return alone;
        });
    }

    /// Ends a turn that began.
    void end(boolean suspect) {
        if (suspect) {
            change(() -> suspectHere = false);
        }
    }

    /// Tells how the neighbours are.
    ///
    /// @return whether that is news
    boolean healthy(boolean now) {
        return locked(() -> {
            boolean news = healthy != now;
            change(() -> healthy = now);
            return news;
        });
    }

    boolean healthy() {
        return locked(() -> healthy);
    }

    boolean closed() {
        return locked(() -> closed);
    }

    int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Lets nothing begin any more.
    void close() {
        change(() -> closed = true);
    }

    /// Waits for the end of everything that began.
    ///
    /// @return whether all places were given back in this time
    boolean awaitEmpty(Duration atMost) {
        return locked(() -> {
            await(() -> taken == 0, atMost);
            return taken == 0;
        });
    }

    private boolean open() {
        return healthy && !suspectHere && !closed;
    }

    private void change(Runnable change) {
        locked(() -> {
            change.run();
            changed.signalAll();
            return true;
        });
    }

    private boolean locked(BooleanSupplier act) {
        lock.lock();
        try {
            return act.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private void await(BooleanSupplier condition, Duration atMost) {
        long left = atMost.toNanos();
        try {
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever interrupts wants no more of this: as if the time were over
        }
    }
}
