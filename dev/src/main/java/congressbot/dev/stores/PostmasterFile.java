package congressbot.dev.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `postmaster.pid` that a PostgreSQL server keeps in its data folder while it runs, and leaves there when it is
/// killed. Lines: 1 process, 4 port, 8 status (source: `pidfile.h` of PostgreSQL).
record PostmasterFile(long pid, int port, boolean ready) {
    private static final String NAME = "postmaster.pid";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// Empty when there is none, or one that was just begun.
    static Optional<PostmasterFile> read(Path data) throws IOException {
        List<String> lines = lines(data);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new PostmasterFile(number(lines.get(PID_LINE)), number(lines.get(PORT_LINE)), ready));
    }

    Sighting sighting() {
        return ready ? new Sighting.Ready(new LiveServer(pid, port)) : new Sighting.Unready(pid);
    }

    /// Puts our own process number into a dead server's file. PostgreSQL would take any live process of the old number
    /// for its rival; it knows that its parent is none, and still checks the old shared memory.
    static void disown(Path data) throws IOException {
        List<String> lines = new ArrayList<>(lines(data));
        if (!lines.isEmpty()) {
            lines.set(PID_LINE, Long.toString(ProcessHandle.current().pid()));
            Files.write(data.resolve(NAME), lines);
        }
    }

    private static List<String> lines(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve(NAME));
        } catch (NoSuchFileException _) { // no server has run, or it was stopped in an orderly way
            return List.of();
        }
    }

    /// 0 for what is no number: no server has that process or port.
    private static int number(String line) {
        try {
            return Integer.parseInt(line.strip());
        } catch (NumberFormatException _) { // cut off in a power failure
            return 0;
        }
    }
}
