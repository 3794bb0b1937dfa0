package congressbot.bot.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was counted in some days, and in as many before.
public final class Counts {
    private final Span span;
    private final Map<String, List<Total>> totals;
    private final Map<String, NavigableMap<LocalDate, Map<String, Long>>> days;

    /// @param totals by metric and key
    /// @param days the metrics that are told day by day
    Counts(Span span, List<Total> totals, List<OfDay> days) {
        this.span = span;
        this.totals = totals.stream().collect(Collectors.groupingBy(Total::metric));
        this.days = new HashMap<>();
        days.forEach(one -> this.days
                .computeIfAbsent(one.metric(), _ -> new TreeMap<>())
                .computeIfAbsent(one.day(), _ -> new HashMap<>())
                .merge(one.key(), one.value(), Long::sum));
    }

    public Span span() {
        return span;
    }

    /// A count of the whole span.
    ///
    /// @param now in these days
    /// @param before in as many days before
    public record Total(String metric, String key, long now, long before) {}

    /// A count of one day.
    public record OfDay(LocalDate day, String metric, String key, long value) {}

    public boolean isEmpty() {
        return !totals.containsKey(Metric.EVENTS.word());
    }

    /// The sum over all keys.
    public long now(Metric metric) {
        return now(metric, _ -> true);
    }

    public long before(Metric metric) {
        return before(metric, _ -> true);
    }

    public long now(Metric metric, Predicate<String> keys) {
        return of(metric, keys).mapToLong(Total::now).sum();
    }

    public long before(Metric metric, Predicate<String> keys) {
        return of(metric, keys).mapToLong(Total::before).sum();
    }

    private Stream<Total> of(Metric metric, Predicate<String> keys) {
        return totals.getOrDefault(metric.word(), List.of()).stream().filter(total -> keys.test(total.key()));
    }

    /// By key, those that are not 0.
    public Map<String, Long> byKey(Metric metric) {
        return of(metric, _ -> true)
                .filter(total -> total.now() != 0)
                .collect(Collectors.toMap(Total::key, Total::now, Long::sum, TreeMap::new));
    }

    /// The same of the days before.
    public Map<String, Long> byKeyBefore(Metric metric) {
        return of(metric, _ -> true)
                .filter(total -> total.before() != 0)
                .collect(Collectors.toMap(Total::key, Total::before, Long::sum, TreeMap::new));
    }

    /// Of some days in a row, by key.
    public Map<String, Long> within(Metric metric, Span some) {
        Map<String, Long> sums = new TreeMap<>();
        days(metric, some).values().forEach(day -> day.forEach((key, value) -> sums.merge(key, value, Long::sum)));
        return sums;
    }

    /// The greatest value of some days in a row; 0 where there is none.
    public long most(Metric metric, String key, Span some) {
        return days(metric, some).values().stream()
                .mapToLong(day -> day.getOrDefault(key, 0L))
                .max()
                .orElse(0);
    }

    /// The newest value of what holds for a moment.
    public Optional<Long> latest(Metric metric, String key) {
        return days(metric, span).descendingMap().values().stream()
                .flatMap(day -> Optional.ofNullable(day.get(key)).stream())
                .findFirst();
    }

    private NavigableMap<LocalDate, Map<String, Long>> days(Metric metric, Span some) {
        return days.getOrDefault(metric.word(), Collections.emptyNavigableMap())
                .subMap(some.first(), true, some.last(), true);
    }

    /// When was last counted.
    public Optional<Instant> counted() {
        return latest(Metric.COUNTED, "").map(Instant::ofEpochSecond);
    }
}
