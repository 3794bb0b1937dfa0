package congressbot.dev.faults;

import congressbot.dev.house.House;
import congressbot.dev.metrics.ProcessStat;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Pause;
import congressbot.dev.process.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToLongFunction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// How much memory our processes take, and how many keys Redis holds: looked at once a second, from the start to the
/// close, where the system tells.
final class Footprint implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final long KIB_A_MIB = 1_024;
    private static final int PARTS = 4;

    private final House house;
    private final UnifiedJedis redis;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final Sideline sideline;

    /// @param kib resident, of the largest process of each kind
    private record Sample(Map<Program, Long> kib, long keys) {}

    Footprint(House house, UnifiedJedis redis) {
        this.house = house;
        this.redis = redis;
        this.sideline = new Sideline("footprint", this::look);
    }

    @Override
    public void close() {
        sideline.close();
    }

    /// The largest of all, and whether it grew from the second quarter of the time to the last.
    List<String> lines() {
        List<Sample> all = List.copyOf(samples);
        if (all.size() < PARTS) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Program program : Program.values()) {
            lines.add("memory of %s in MiB, %s".formatted(program.module(), grown(all, one -> mib(one, program))));
        }
        lines.add("keys in Redis, " + grown(all, Sample::keys));
        return lines;
    }

    /// Of one process, at any moment.
    long largestMib() {
        return samples.stream()
                .flatMap(sample -> sample.kib().values().stream())
                .mapToLong(kib -> kib / KIB_A_MIB)
                .max()
                .orElse(0);
    }

    private static String grown(List<Sample> all, ToLongFunction<Sample> figure) {
        int quarter = all.size() / PARTS;
        return "at most %d; on average in the second quarter %d, in the last %d"
                .formatted(
                        all.stream().mapToLong(figure).max().orElse(0),
                        average(all.subList(quarter, 2 * quarter), figure),
                        average(all.subList(all.size() - quarter, all.size()), figure));
    }

    private static long average(List<Sample> some, ToLongFunction<Sample> figure) {
        return Math.round(some.stream().mapToLong(figure).average().orElse(0));
    }

    private static long mib(Sample sample, Program program) {
        return sample.kib().getOrDefault(program, 0L) / KIB_A_MIB;
    }

    private boolean look() throws InterruptedException {
        Pause.of(BETWEEN);
        try {
            samples.add(sample());
        } catch (IOException | JedisException | IllegalArgumentException _) {
            // Something is broken just now, on purpose; one that has ended has no memory.
        }
        return ProcessStat.available();
    }

    private Sample sample() throws IOException {
        Map<Program, Long> kib = new EnumMap<>(Program.class);
        for (ChildProcess process : house.processes()) {
            kib.merge(process.program(), ProcessStat.residentKib(process.pid()), Math::max);
        }
        return new Sample(kib, redis.dbSize());
    }
}
