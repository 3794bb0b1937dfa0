package congressbot.dev.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What goes on beside the writing: one step after the other, in a thread of its own, until nothing is left to be done,
/// something fails, or it is closed.
final class Sideline implements AutoCloseable {
    /// One of many.
    interface Step {
        /// Takes it.
        ///
        /// @return whether another one follows
        boolean take() throws IOException, SQLException, InterruptedException;
    }

    private final Step step;
    private final AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());
    private final Thread thread;
    private volatile boolean closed;

    Sideline(String name, Step step) {
        this.step = step;
        this.thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /// Whether a step is being taken, or follows.
    boolean busy() {
        return thread.isAlive();
    }

    /// What failed.
    Optional<String> problem() {
        return problem.get();
    }

    /// Lets the last step end.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean goesOn = true;
            while (goesOn && !closed) {
                goesOn = step.take();
            }
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            problem.set(Optional.of(Thread.currentThread().getName() + ": " + e));
        }
    }
}
