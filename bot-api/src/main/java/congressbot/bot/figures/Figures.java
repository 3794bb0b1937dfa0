package congressbot.bot.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads the table `metrics_daily`, and nothing else: what a page costs does not grow with what happened.
public final class Figures {
    private static final List<String> BY_DAY = Stream.of(
                    Metric.REGISTRATIONS,
                    Metric.WITHDRAWALS,
                    Metric.MAILS,
                    Metric.WAITS,
                    Metric.MODEL_COST,
                    Metric.QUEUE,
                    Metric.COUNTED)
            .map(Metric::word)
            .toList();

    private final Jdbi jdbi;

    public Figures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The last days until today.
    public Counts of(String congress, int days, LocalDate today) {
        return jdbi.withHandle(handle -> read(handle, congress, Span.of(days, today)));
    }

    /// All days since the first of which anything was counted.
    public Counts ofAll(String congress, LocalDate today) {
        return jdbi.withHandle(handle -> {
            Optional<LocalDate> first = handle.createQuery(
                            "SELECT min(day) FROM metrics_daily WHERE congress_id = :congress AND day <= :today")
                    .bind("congress", congress)
                    .bind("today", today)
                    .mapTo(LocalDate.class)
                    .findOne();
            return read(handle, congress, new Span(first.orElse(today), today));
        });
    }

    private static Counts read(Handle handle, String congress, Span span) {
        return new Counts(span, totals(handle, congress, span), days(handle, congress, span));
    }

    private static List<Counts.Total> totals(Handle handle, String congress, Span span) {
        return handle.createQuery("""
                        SELECT metric, key, coalesce(sum(value) FILTER (WHERE day >= :first), 0) AS now,
                               coalesce(sum(value) FILTER (WHERE day < :first), 0) AS before
                        FROM metrics_daily
                        WHERE congress_id = :congress AND day BETWEEN :before AND :last
                        GROUP BY metric, key
                        ORDER BY metric, key
                        """)
                .bind("congress", congress)
                .bind("before", span.before().first())
                .bind("first", span.first())
                .bind("last", span.last())
                .map((row, _) -> new Counts.Total(
                        row.getString("metric"), row.getString("key"), row.getLong("now"), row.getLong("before")))
                .list();
    }

    private static List<Counts.OfDay> days(Handle handle, String congress, Span span) {
        return handle.createQuery("""
                        SELECT day, metric, key, value FROM metrics_daily
                        WHERE congress_id = :congress AND day BETWEEN :first AND :last AND metric = ANY (:metrics)
                        ORDER BY day
                        """)
                .bind("congress", congress)
                .bind("first", span.first())
                .bind("last", span.last())
                .bindArray("metrics", String.class, BY_DAY)
                .map((row, _) -> new Counts.OfDay(
                        row.getObject("day", LocalDate.class),
                        row.getString("metric"),
                        row.getString("key"),
                        row.getLong("value")))
                .list();
    }
}
