package congressbot.dev.dialogues;

import congressbot.dev.metrics.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All that was played, summed up.
///
/// @param played in the order of the files
/// @param thought all turns, those of strangers among them
record Tally(List<Played> played, Thought thought, Setting setting) {
    private static final double NANOS_A_MILLI = 1_000_000;
    private static final double MILLIS_A_SECOND = 1_000;
    private static final int PERCENT = 100;

    /// How it was measured.
    ///
    /// @param players scripts at the same time
    /// @param warmUp how many were played before
    /// @param jvm how it compiles, in its own words: "emulated-client" is without the second compiler
    record Setting(int players, int warmUp, String jvm) {
        static Setting here(int players, int warmUp) {
            return new Setting(players, warmUp, System.getProperty("java.vm.info"));
        }
    }

    Tally {
        played = List.copyOf(played);
    }

    boolean complete() {
        return misses() == 0;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        played.forEach(
                one -> one.miss().ifPresent(miss -> lines.add(one.script().name() + ": " + miss + "\n")));
        lines.add("corpus    %,d scripts, %,d turns, %,d words of people"
                .formatted(played.size(), turns().size(), words()));
        lines.add("measured  %d scripts at once, after %d to warm up; JVM: %s"
                .formatted(setting.players(), setting.warmUp(), setting.jvm()));
        if (!slowestFirst().isEmpty()) {
            lines.add(calls());
        }
        lines.add("thinking  p50 %s ms, p99 %s ms, max %s ms, without I/O, over %,d turns"
                .formatted(millis(thought.p50()), millis(thought.p99()), millis(thought.max()), thought.turns()));
        lines.add("dialogues %d/%d (%s %%)".formatted(hits(), played.size(), share()));
        return String.join("\n", lines);
    }

    private String calls() {
        List<Timed> slowest = slowestFirst();
        Percentiles times = Percentiles.of(slowest.stream().map(Timed::took).toList());
        return "turn      p50 %s ms, p99 %s ms, slowest %s ms (%s, turn %d): the whole HTTP call"
                .formatted(
                        millis(times.p50()),
                        millis(times.p99()),
                        millis(times.max()),
                        slowest.getFirst().script(),
                        slowest.getFirst().turn());
    }

    private record Timed(String script, int turn, Duration took) {}

    private List<Timed> slowestFirst() {
        List<Timed> timed = new ArrayList<>();
        for (Played one : played) {
            if (one instanceof Played.Whole whole) {
                for (int i = 0; i < whole.times().size(); i++) {
                    timed.add(new Timed(
                            whole.script().name(), i + 1, whole.times().get(i).took()));
                }
            }
        }
        timed.sort((one, other) -> other.took().compareTo(one.took()));
        return timed;
    }

    private List<Act.Turn> turns() {
        return played.stream().flatMap(one -> one.script().turns().stream()).toList();
    }

    private long words() {
        return turns().stream()
                .flatMap(turn -> turn.burst().stream())
                .mapToLong(Spoken::words)
                .sum();
    }

    private long misses() {
        return played.stream().filter(one -> one.miss().isPresent()).count();
    }

    private long hits() {
        return played.size() - misses();
    }

    /// Rounded down: only all are 100.
    private String share() {
        double tenths = Math.floor(10.0 * PERCENT * hits() / Math.max(1, played.size()));
        return String.format(Locale.ROOT, "%.1f", tenths / 10);
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toNanos() / NANOS_A_MILLI);
    }

    private static String millis(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds * MILLIS_A_SECOND);
    }
}
