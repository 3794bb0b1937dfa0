package congressbot.wire.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a task again and again, on a thread of its own, until it is closed. A task that throws is run again after the
/// pause; of failures in a row only the first is logged whole.
public final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    /// How long closing waits for a run that is under way.
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final String name;
    private final Duration pause;
    private final Task task;
    private final Thread thread;
    private boolean failing;

    private Ticker(String name, Duration pause, Task task) {
        this.name = name;
        this.pause = pause;
        this.task = task;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /// One run.
    @FunctionalInterface
    public interface Task {
        /// Does its work once, and tells whether there is more to do at once.
        boolean run() throws Exception;
    }

    /// Starts with a first run at once.
    ///
    /// @param pause between the end of one run and the start of the next, when there is nothing more to do
    public static Ticker start(String name, Duration pause, Task task) {
        Ticker ticker = new Ticker(name, pause, task);
        ticker.thread.start();
        return ticker;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean more = true;
            while (!closed.await(more ? 0 : pause.toMillis(), TimeUnit.MILLISECONDS)) {
                more = once();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends as if closed
        }
    }

    private boolean once() {
        try {
            boolean more = task.run();
            failing = false;
            return more;
        } catch (Exception | Error e) { // an end of this thread would be noticed by nobody
            if (!failing) {
                LOG.atWarn().setCause(e).addKeyValue("task", name).log("failed, trying again until it works");
            }
            failing = true;
            return false;
        }
    }
}
