package congressbot.dev.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Linux tells of a process in `/proc/{pid}/stat` and its neighbours (proc_pid_stat(5)). It counts the time on a
/// core in ticks of 10 ms, in user mode and in the kernel.
///
/// @param own time of the process with all its threads
/// @param ended time of its children that have ended
public record ProcessStat(Duration own, Duration ended) {
    /// The same on all machines that we run on: USER_HZ.
    static final int TICK_MS = 10;

    /// The first field after the name of the program is the third of the manual.
    private static final int THIRD = 3;

    private static final int UTIME = 14;
    private static final int STIME = 15;
    private static final int CUTIME = 16;
    private static final int CSTIME = 17;

    /// Whether this system tells.
    public static boolean available() {
        return Files.exists(Path.of("/proc/self/stat"));
    }

    public static ProcessStat read(long pid) throws IOException {
        return parse(Files.readString(file(pid, "stat")));
    }

    /// Time of the threads that compile: a JVM that has seen everything spends none.
    public static Duration cpuOfCompilers(long pid) throws IOException {
        Duration all = Duration.ZERO;
        try (Stream<Path> threads = Files.list(file(pid, "task"))) {
            for (Path thread : threads.toList()) {
                Optional<String> line = textOrNothing(thread.resolve("stat"));
                all = all.plus(line.filter(ProcessStat::compiles)
                        .map(stat -> parse(stat).own())
                        .orElse(Duration.ZERO));
            }
        }
        return all;
    }

    /// Linux cuts names off: `(C2 CompilerThre)`.
    public static boolean compiles(String line) {
        return line.contains("(C1 Compiler") || line.contains("(C2 Compiler");
    }

    /// The program's name stands in parentheses and may hold any character.
    public static ProcessStat parse(String line) {
        List<String> fields =
                List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" "));
        return new ProcessStat(
                ticks(fields, UTIME).plus(ticks(fields, STIME)),
                ticks(fields, CUTIME).plus(ticks(fields, CSTIME)));
    }

    /// Memory that is not swapped out, in KiB.
    public static long residentKib(long pid) throws IOException {
        return kib(Files.readString(file(pid, "status")), "VmRSS");
    }

    /// Memory of a server with all its children, in KiB; what they share counts once.
    public static long residentKibOfAll(long server) throws IOException {
        long all = 0;
        for (long pid : family(server)) {
            all += kib(textOrNothing(file(pid, "smaps_rollup")).orElse("Pss: 0 kB"), "Pss");
        }
        return all;
    }

    /// Time of a server with all its children, those that have ended among them.
    public static Duration cpuOfAll(long server) throws IOException {
        Duration all = read(server).ended();
        for (long pid : family(server)) {
            all = all.plus(textOrNothing(file(pid, "stat"))
                    .map(line -> parse(line).own())
                    .orElse(Duration.ZERO));
        }
        return all;
    }

    /// From a line `Name:   123 kB`.
    public static long kib(String lines, String name) {
        return lines.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static List<Long> family(long server) {
        Stream<ProcessHandle> children = ProcessHandle.of(server).stream().flatMap(ProcessHandle::descendants);
        return Stream.concat(Stream.of(server), children.map(ProcessHandle::pid))
                .toList();
    }

    private static Optional<String> textOrNothing(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException _) { // the process has just ended
            return Optional.empty();
        }
    }

    private static Duration ticks(List<String> fields, int field) {
        return Duration.ofMillis(Long.parseLong(fields.get(field - THIRD)) * TICK_MS);
    }

    private static Path file(long pid, String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
