package congressbot.dev.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What all cores did since the start of the machine, from `/proc/stat` (proc_stat(5)), in ticks of 10 ms.
///
/// @param busy with some process or with the kernel's own work
/// @param stolen by other guests of the same host: we wanted to run and could not
public record MachineStat(Duration busy, Duration stolen) {
    /// Of the line `cpu`: user, nice, system, idle, iowait, irq, softirq, steal.
    private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7);

    private static final int STEAL = 8;

    public static MachineStat read() throws IOException {
        return parse(Files.readString(Path.of("/proc/stat")));
    }

    public MachineStat since(MachineStat earlier) {
        return new MachineStat(busy.minus(earlier.busy), stolen.minus(earlier.stolen));
    }

    public static MachineStat parse(String text) {
        List<String> fields = List.of(text.lines().findFirst().orElse("").split(" +"));
        Duration busy = BUSY.stream().map(field -> ticks(fields, field)).reduce(Duration.ZERO, Duration::plus);
        return new MachineStat(busy, ticks(fields, STEAL));
    }

    private static Duration ticks(List<String> fields, int field) {
        return Duration.ofMillis(Long.parseLong(fields.get(field)) * ProcessStat.TICK_MS);
    }
}
