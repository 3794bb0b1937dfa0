package congressbot.dev.faults;

import congressbot.dev.house.House;
import congressbot.dev.process.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Starts again what ends by itself, as the system does on a server, until it is closed.
final class Reviver implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final House house;
    private final AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());
    private final Thread thread;
    private volatile boolean closed;

    Reviver(House house) {
        this.house = house;
        this.thread = Thread.ofPlatform().name("reviver").start(this::run);
    }

    /// What could not be started.
    Optional<String> problem() {
        return problem.get();
    }

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
            while (!closed) {
                house.revive();
                Pause.of(BETWEEN_LOOKS);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            problem.set(Optional.of("not started again: " + e));
        }
    }
}
