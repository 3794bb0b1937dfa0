package congressbot.bot.figures;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Counts what happened into `metrics_daily`. Events are counted once each, a batch in one transaction: it takes them
/// out of `uncounted_events` and adds to the counts, or neither. What stands in small tables of its own is counted anew
/// since the day before the last time; a count of it never shrinks, whatever is forgotten.
public final class Aggregator {
    /// The congress's days begin at midnight here.
    public static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    /// Events of one transaction: well under a second.
    static final int BATCH = 20_000;

    /// In characters, as the table has it.
    private static final int LONGEST_KEY = 120;

    /// Names the lock of whoever counts; of ours alone.
    static final long LOCK = 0x6669_6775_7265_73L;

    private final Jdbi jdbi;
    private final LongSupplier waiting;
    private final InstantSource time;
    private final int batch;

    /// @param waiting tells how many messages wait in the queue
    public Aggregator(Jdbi jdbi, LongSupplier waiting, InstantSource time) {
        this(jdbi, waiting, time, BATCH);
    }

    Aggregator(Jdbi jdbi, LongSupplier waiting, InstantSource time, int batch) {
        this.jdbi = jdbi;
        this.waiting = waiting;
        this.time = time;
        this.batch = batch;
    }

    /// Counts a batch of events; after the last one, everything else. Nothing while somebody else counts.
    ///
    /// @return whether there are more events to count at once
    public boolean count() {
        return jdbi.inTransaction(handle -> {
            if (!alone(handle)) {
                return false;
            }
            boolean more = countEvents(handle) == batch;
            if (!more) {
                recount(handle, time.instant());
            }
            return more;
        });
    }

    /// Until the transaction ends.
    private static boolean alone(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /// Rows are found by where they lie, which holds while nobody else takes any: by their ids, the planner would read
    /// the whole table for each batch of a large backlog.
    ///
    /// @return how many were counted
    private int countEvents(Handle handle) {
        return handle.createQuery("""
                        WITH taken AS (
                            DELETE FROM uncounted_events
                            WHERE ctid = ANY (ARRAY(SELECT ctid FROM uncounted_events ORDER BY event_id LIMIT :most))
                            RETURNING event_id
                        ), counts AS (
                            SELECT e.congress_id, (e.at AT TIME ZONE :zone)::date AS day, counted.metric,
                                   left(coalesce(counted.key, counted.unknown), :longest) AS key, count(*) AS value
                            FROM taken
                            JOIN conversation_events e ON e.id = taken.event_id
                            CROSS JOIN LATERAL (VALUES
                                ('events', e.kind, '', true),
                                ('registrations', '', '', e.kind = 'confirmed'),
                                ('registrations-by-profile', e.profile, '', e.kind = 'confirmed'),
                                ('registrations-by-state', e.state::text, '', e.kind = 'confirmed'),
                                ('registrations-by-channel', e.channel, '', e.kind = 'confirmed'),
                                ('registrations-by-language', e.language, '', e.kind = 'confirmed'),
                                ('withdrawals', '', '', e.kind = 'withdrawn'),
                                ('stages', e.detail, '', e.kind = 'step'),
                                ('time-to-finish', (:finish::integer[])[width_bucket(e.seconds, :finish::integer[]) + 1]::text, :more::text,
                                 e.seconds IS NOT NULL),
                                ('waits', (:waits::integer[])[width_bucket(e.waited_ms, :waits::integer[]) + 1]::text, :more::text,
                                 e.waited_ms IS NOT NULL)
                            ) AS counted (metric, key, unknown, holds)
                            WHERE counted.holds
                            GROUP BY 1, 2, 3, 4
                        ), added AS (
                            INSERT INTO metrics_daily (congress_id, day, metric, key, value)
                            SELECT congress_id, day, metric, key, value FROM counts
                            ON CONFLICT (congress_id, day, metric, key)
                            DO UPDATE SET value = metrics_daily.value + excluded.value
                        )
                        SELECT count(*) FROM taken
                        """)
                .bind("most", batch)
                .bind("longest", LONGEST_KEY)
                .bind("zone", ZONE.getId())
                .bindArray("finish", Integer.class, Histogram.TIME_TO_FINISH.ends())
                .bindArray("waits", Integer.class, Histogram.WAITS.ends())
                .bind("more", Histogram.MORE)
                .mapTo(Integer.class)
                .one();
    }

    private void recount(Handle handle, Instant now) {
        Instant since = since(handle);
        for (Recount source : Recount.values()) {
            source.run(handle, since);
        }
        sample(handle, now);
    }

    /// The beginning of the day before the last recount: no transaction lasts so long that one of its rows could stand
    /// in an older day.
    private static Instant since(Handle handle) {
        return handle.createQuery("SELECT max(value) FROM metrics_daily WHERE metric = 'counted'")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochSecond)
                .map(at -> LocalDate.ofInstant(at, ZONE)
                        .minusDays(1)
                        .atStartOfDay(ZONE)
                        .toInstant())
                .orElse(Instant.EPOCH);
    }

    /// What only holds for the moment, under every congress: they share the queue.
    private void sample(Handle handle, Instant now) {
        handle.createUpdate("""
                        INSERT INTO metrics_daily AS m (congress_id, day, metric, key, value)
                        SELECT congress_id, :today, metric, key, value
                        FROM (SELECT DISTINCT congress_id FROM metrics_daily) AS known
                        CROSS JOIN (VALUES ('queue', 'last', :waiting), ('queue', 'most', :waiting), ('counted', '', :now))
                            AS seen (metric, key, value)
                        ON CONFLICT (congress_id, day, metric, key) DO UPDATE
                        SET value = CASE WHEN m.key = 'last' THEN excluded.value ELSE greatest(m.value, excluded.value) END
                        """)
                .bind("today", LocalDate.ofInstant(now, ZONE))
                .bind("waiting", waiting.getAsLong())
                .bind("now", now.getEpochSecond())
                .execute();
    }
}
