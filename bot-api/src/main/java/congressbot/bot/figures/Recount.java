package congressbot.bot.figures;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// What is counted anew where it stands, by whole days. Rows are forgotten there after a while: a count never shrinks.
enum Recount {
    MAILS("""
            SELECT congress_id, (finished_at AT TIME ZONE :zone)::date, 'mails', status, count(*)
            FROM outbox WHERE kind = 'mail' AND finished_at >= :since
            GROUP BY 1, 2, 4
            """),
    QUESTIONS("""
            SELECT congress_id, (at AT TIME ZONE :zone)::date, 'questions', answered_by, count(*)
            FROM questions WHERE at >= :since
            GROUP BY 1, 2, 4
            """),
    MODEL_CALLS("""
            SELECT congress_id, (at AT TIME ZONE :zone)::date, 'model-calls', purpose, count(*)
            FROM model_calls WHERE at >= :since
            GROUP BY 1, 2, 4
            """),
    MODEL_COST("""
            SELECT congress_id, (at AT TIME ZONE :zone)::date, 'model-cost', purpose, sum(cost_micros)
            FROM model_calls WHERE at >= :since
            GROUP BY 1, 2, 4
            """);

    private final String counts;

    Recount(String counts) {
        this.counts = counts;
    }

    /// @param since the beginning of a day
    void run(Handle handle, Instant since) {
        handle.createUpdate("""
                        INSERT INTO metrics_daily (congress_id, day, metric, key, value)
                        %s
                        ON CONFLICT (congress_id, day, metric, key)
                        DO UPDATE SET value = greatest(metrics_daily.value, excluded.value)
                        """.formatted(counts))
                .bind("zone", Aggregator.ZONE.getId())
                .bind("since", since)
                .execute();
    }
}
