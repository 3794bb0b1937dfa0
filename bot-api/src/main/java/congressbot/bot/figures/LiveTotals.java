package congressbot.bot.figures;

import congressbot.bot.registration.Uf;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Counts the confirmed registrations as they stand at this moment. Numbers only.
final class LiveTotals {
    private static final int DAYS_OF_A_WEEK = 7;

    private static final String COUNTED = """
            congress_id = :congress AND status = 'confirmed'
            AND (:state::text IS NULL OR state = :state) AND (:profile::text IS NULL OR profile = :profile)
            """;

    private final Jdbi jdbi;
    private final InstantSource time;

    LiveTotals(Jdbi jdbi, InstantSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    record Totals(long ever, long today, long yesterday, long week) {
        long since(Ask.Since since) {
            return switch (since) {
                case EVER -> ever;
                case TODAY -> today;
                case YESTERDAY -> yesterday;
                case WEEK -> week;
            };
        }
    }

    /// @param key of the part; its size is the value
    record Part(String key, long value) {}

    Totals totals(String congress, Ask ask) {
        return jdbi.withHandle(handle -> bound(handle.createQuery("""
                        SELECT count(*) AS ever,
                               count(*) FILTER (WHERE created_at >= :today) AS today,
                               count(*) FILTER (WHERE created_at >= :yesterday AND created_at < :today) AS yesterday,
                               count(*) FILTER (WHERE created_at >= :week) AS week
                        FROM participants WHERE %s
                        """.formatted(COUNTED)), congress, ask)
                .bind("today", daysAgo(0))
                .bind("yesterday", daysAgo(1))
                .bind("week", daysAgo(DAYS_OF_A_WEEK - 1))
                .map((row, _) -> new Totals(
                        row.getLong("ever"), row.getLong("today"), row.getLong("yesterday"), row.getLong("week")))
                .one());
    }

    /// The parts, the greatest first; of days the newest.
    List<Part> parts(String congress, Ask ask, Ask.By by, int atMost) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery("""
                        SELECT %s AS key, count(*) AS value
                        FROM participants WHERE %s AND created_at >= :from AND created_at < :to
                        GROUP BY 1 ORDER BY %s LIMIT :most
                        """.formatted(by.column(), COUNTED, by.order())), congress, ask)
                .bind("from", from(ask.since()))
                .bind("to", ask.since() == Ask.Since.YESTERDAY ? daysAgo(0) : daysAgo(-1))
                .bind("most", atMost)
                .map((row, _) -> new Part(row.getString("key"), row.getLong("value")))
                .list());
    }

    private Instant from(Ask.Since since) {
        return switch (since) {
            case EVER -> Instant.EPOCH;
            case TODAY -> daysAgo(0);
            case YESTERDAY -> daysAgo(1);
            case WEEK -> daysAgo(DAYS_OF_A_WEEK - 1);
        };
    }

    private static Query bound(Query query, String congress, Ask ask) {
        return query.bind("congress", congress)
                .bind("state", ask.state().map(Uf::name))
                .bind("profile", ask.profile());
    }

    private Instant daysAgo(int days) {
        return LocalDate.ofInstant(time.instant(), Aggregator.ZONE)
                .minusDays(days)
                .atStartOfDay(Aggregator.ZONE)
                .toInstant();
    }
}
