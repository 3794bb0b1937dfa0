package congressbot.bot.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Counts of values in ranges. A range is named by its upper end, which does not belong to it; the last one has none.
///
/// @param ends the upper ends, ascending
public record Histogram(List<Integer> ends) {
    /// The name of the last range.
    public static final String MORE = "more";

    /// Seconds from the first question of a form to the registration.
    public static final Histogram TIME_TO_FINISH =
            of(30, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1_800, 3_600, 14_400, 86_400);

    /// Milliseconds from the arrival of a message to its turn.
    public static final Histogram WAITS =
            of(100, 250, 500, 1_000, 2_000, 3_000, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000);

    public Histogram {
        ends = List.copyOf(ends);
    }

    private static Histogram of(Integer... ends) {
        return new Histogram(Arrays.asList(ends));
    }

    /// The names of all ranges, in their order.
    public List<String> keys() {
        return Stream.concat(ends.stream().map(String::valueOf), Stream.of(MORE))
                .toList();
    }

    /// The upper end of the range in which this part of the values ends: no more than so much for this share of them.
    ///
    /// @param share of the values, 0 to 1
    /// @return empty without values; [Long#MAX_VALUE] when it lies beyond the last end
    public OptionalLong atMost(Map<String, Long> counts, double share) {
        long all =
                keys().stream().mapToLong(key -> counts.getOrDefault(key, 0L)).sum();
        if (all == 0) {
            return OptionalLong.empty();
        }
        long wanted = Math.max(1, (long) Math.ceil(all * share));
        long seen = 0;
        for (int end : ends) {
            seen += counts.getOrDefault(Integer.toString(end), 0L);
            if (seen >= wanted) {
                return OptionalLong.of(end);
            }
        }
        return OptionalLong.of(Long.MAX_VALUE);
    }
}
