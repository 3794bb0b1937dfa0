package congressbot.dev.bench;

import congressbot.dev.bench.Crowd.Timing;
import congressbot.dev.metrics.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What was measured.
///
/// @param timings of every message
/// @param took from the first webhook to the last reply
/// @param spent from the first webhook until everything was noted as sent
/// @param residentKib memory of each part at the end
record Measurement(List<Timing> timings, Duration took, Reading spent, Map<Part, Long> residentKib) {
    static final double KIB_A_MIB = 1_024;

    Measurement {
        timings = List.copyOf(timings);
        residentKib = Map.copyOf(residentKib);
    }

    /// Webhooks that were sent again because they were not taken.
    int repeated() {
        return timings.stream().mapToInt(Timing::tries).sum() - timings.size();
    }

    double messagesPerSecond() {
        return timings.size() / (took.toNanos() / 1e9);
    }

    Percentiles untilReply() {
        return Percentiles.of(timings.stream().map(Timing::replied).toList());
    }

    Percentiles untilAnswer() {
        return Percentiles.of(timings.stream().map(Timing::answered).toList());
    }

    /// CPU-milliseconds of a part for one message.
    double cpuMillis(Part part) {
        return perMessage(millis(spent.cpu().getOrDefault(part, Duration.ZERO)));
    }

    /// The part of it that its JVM spent on compiling.
    double compilerMillis(Part part) {
        return perMessage(millis(spent.compilers().getOrDefault(part, Duration.ZERO)));
    }

    /// CPU-milliseconds of our processes together.
    double ourCpuMillis() {
        return Part.OURS.stream().mapToDouble(this::cpuMillis).sum();
    }

    double ourCompilerMillis() {
        return Part.OURS.stream().mapToDouble(this::compilerMillis).sum();
    }

    /// Times that our processes spoke to Redis and waited.
    double ourRoundTrips() {
        return perMessage(Part.OURS.stream()
                .mapToLong(part -> spent.roundTrips().getOrDefault(part, 0L))
                .sum());
    }

    /// Memory of our processes together, in MiB.
    double ourResidentMib() {
        return Part.OURS.stream()
                        .mapToLong(part -> residentKib.getOrDefault(part, 0L))
                        .sum()
                / KIB_A_MIB;
    }

    /// CPU-milliseconds for one message of everything else that ran on the machine, the kernel's own
    /// work among it.
    double cpuMillisOfOthers() {
        Duration ours = spent.cpu().values().stream().reduce(Duration.ZERO, Duration::plus);
        return perMessage(millis(spent.machine().busy().minus(ours)));
    }

    double perMessage(double total) {
        return total / timings.size();
    }

    double perMessage(long total) {
        return perMessage((double) total);
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
