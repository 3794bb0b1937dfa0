package congressbot.bot.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `queue_marker`: which marker has to stand in Redis.
final class QueueMarkers {
    /// Names our advisory lock among those of the database; any constant number would do.
    private static final long ONE_AT_A_TIME = 0x6d61726bL;

    private final Jdbi jdbi;

    QueueMarkers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The present one; at the very first start a new one, still to be planted.
    QueueMarker present() {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("INSERT INTO queue_marker (id, planted) VALUES (:id, false) ON CONFLICT DO NOTHING")
                    .bind("id", fresh())
                    .execute();
            return handle.createQuery("SELECT id, planted, lost_at FROM queue_marker")
                    .map((row, _) -> new QueueMarker(
                            row.getString("id"),
                            row.getBoolean("planted"),
                            Optional.ofNullable(row.getTimestamp("lost_at")).map(Timestamp::toInstant)))
                    .one();
        });
    }

    /// Notes the loss of the marker. The next one is still to be planted.
    void lost(Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE queue_marker SET id = :id, planted = false, lost_at = :at")
                .bind("id", fresh())
                .bind("at", at)
                .execute());
    }

    QueueMarker planted(QueueMarker marker) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE queue_marker SET planted = true WHERE id = :id")
                .bind("id", marker.id())
                .execute());
        return new QueueMarker(marker.id(), true, marker.lostAt());
    }

    /// Does the work unless another process is at such work. No transaction spans it: it may take long, and a lock of
    /// the session ends with the session.
    void alone(Runnable work) {
        jdbi.useHandle(handle -> {
            if (lock(handle, "SELECT pg_try_advisory_lock(:lock)")) {
                try {
                    work.run();
                } finally {
                    lock(handle, "SELECT pg_advisory_unlock(:lock)");
                }
            }
        });
    }

    private static boolean lock(Handle handle, String statement) {
        return handle.createQuery(statement)
                .bind("lock", ONE_AT_A_TIME)
                .mapTo(Boolean.class)
                .one();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
