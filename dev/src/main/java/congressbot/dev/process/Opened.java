package congressbot.dev.bench;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/// What is open, to be closed in the reverse order, at whatever moment the person at the terminal wants.
final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();

    <P extends AutoCloseable> P with(P part) {
        parts.push(part);
        return part;
    }

    /// What does not close is told, and the rest is closed.
    @Override
    public void close() {
        for (AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("bench: not closed: " + e);
            }
        }
    }
}
