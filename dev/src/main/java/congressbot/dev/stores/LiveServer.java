package congressbot.dev.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// A server process that accepts connections on a loopback port.
record LiveServer(long pid, int port) {
    /// A process that nobody waits for stays in the table as a zombie with nothing in its hands; many containers run
    /// so. Until then, while it dies, it still has its port.
    boolean running() {
        return ProcessHandle.of(pid).isPresent() && !isZombie();
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

    /// Program and arguments of a process; empty when there is none, or it is dying or dead.
    static Optional<String> commandLine(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
    }

    /// The main thread becomes a zombie first; the files are closed with the last thread. The state follows the
    /// program's name in parentheses, which may hold any character (source: proc_pid_stat(5)).
    private boolean isZombie() {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            String stat = Files.readString(process.resolve("stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2) && threads.count() == 1;
        } catch (IOException | UncheckedIOException _) { // gone in this moment, or no system with /proc
            return false;
        }
    }
}
