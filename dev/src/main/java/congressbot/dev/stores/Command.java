package congressbot.dev.stores;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program with its arguments, run by another one (`setsid`, `unshare …`) where there is a prefix; what it prints
/// goes to a log file.
record Command(List<String> prefix, Path program, List<String> arguments, Path log) {
    /// Last lines of a log that a failure quotes.
    private static final int QUOTED_LINES = 4;

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    Command {
        prefix = List.copyOf(prefix);
        arguments = List.copyOf(arguments);
    }

    /// In a session of its own, where the system can: Ctrl-C at the terminal reaches us, and we stop the server.
    static List<String> detached(List<String> prefix) {
        if (!Files.isExecutable(SETSID)) {
            return prefix;
        }
        List<String> words = new ArrayList<>(List.of(SETSID.toString()));
        words.addAll(prefix);
        return words;
    }

    /// Runs it to its end.
    ///
    /// @throws StoreUnavailable when it fails or takes longer, quoting what it printed
    void run(Duration limit, String input) throws IOException {
        Process process = spawn();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) { // it ended before it read: its exit code tells
        }
        if (!ended(process, limit)) {
            process.destroyForcibly();
            throw new StoreUnavailable("%s takes longer than %d s".formatted(program.getFileName(), limit.toSeconds()));
        }
        if (process.exitValue() != 0) {
            throw failed(process.exitValue());
        }
    }

    /// Starts it and lets it run.
    Process spawn() throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        // PGDATA, PGPORT and the like belong to somebody else's server; C keeps messages and sorting predictable.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    StoreUnavailable failed(int exitCode) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        String end = String.join(" | ", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
        return new StoreUnavailable(
                "%s ended with %d: %s (log: %s)".formatted(program.getFileName(), exitCode, end, log));
    }

    private static boolean ended(Process process, Duration limit) throws StoreUnavailable {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for a store");
        }
    }
}
