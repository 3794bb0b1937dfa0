package congressbot.dev.stores;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A server process that accepts connections on a loopback port.
record LiveServer(long pid, int port) {
    boolean running() {
        return commandLine(pid).isPresent();
    }

    /// Waits until the process is gone; false when the time is up first.
    boolean goneWithin(Duration limit) throws IOException {
        return Poll.until(limit, () -> running() ? Optional.empty() : Optional.of(true))
                .isPresent();
    }

    /// SIGTERM.
    void terminate() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    }

    /// SIGKILL: nothing is flushed, nothing is said.
    void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /// Program and arguments of a process; empty when there is none. A dead process that nobody has waited for has
    /// none either: containers often run without an init that would.
    static Optional<String> commandLine(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
    }
}
