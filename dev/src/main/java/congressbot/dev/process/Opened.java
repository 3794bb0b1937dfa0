package congressbot.dev.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is open, to be closed in the reverse order, at whatever moment the person at the terminal wants.
public final class Opened implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean closed;

    /// Remembers a part; one that comes too late is closed at once.
    ///
    /// @throws IllegalStateException when it came too late
    public <P extends AutoCloseable> P with(P part) {
        synchronized (parts) {
            if (!closed) {
                parts.push(part);
                return part;
            }
        }
        close(part);
        throw new IllegalStateException("told to stop");
    }

    /// Whether the end was asked for; never waits.
    public boolean closed() {
        return closed;
    }

    /// What does not close is noted, and the rest is closed.
    @Override
    public void close() {
        closed = true;
        for (AutoCloseable part = next(); part != null; part = next()) {
            close(part);
        }
    }

    private @Nullable AutoCloseable next() {
        synchronized (parts) {
            return parts.poll();
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.atError().setCause(e).log("not everything stopped cleanly");
        }
    }
}
