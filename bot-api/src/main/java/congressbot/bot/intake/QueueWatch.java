package congressbot.bot.intake;

import congressbot.wire.process.Health.Status;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.Marker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that Redis lost the queue: the marker that stands there is missing, is another one, or went back in time.
/// Which one has to stand, PostgreSQL knows; so a loss is noticed by the next process that starts, too, and of several
/// processes one tells it. A Redis that does not answer has lost nothing.
public final class QueueWatch {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWatch.class);

    /// How long health tells of a loss.
    private static final Duration TOLD = Duration.ofHours(24);

    private final QueueMarkers markers;
    private final ConversationQueue queue;
    private final Runnable bringBack;
    private final Counter losses;
    private final InstantSource time;

    private volatile Optional<QueueMarker> known = Optional.empty();
    private long number;

    /// Nothing is known until the first look.
    ///
    /// @param bringBack puts into the queue what it lost; done before a marker is planted, and again if that fails
    public QueueWatch(
            Jdbi jdbi, ConversationQueue queue, Runnable bringBack, MeterRegistry metrics, InstantSource time) {
        this.markers = new QueueMarkers(jdbi);
        this.queue = queue;
        this.bringBack = bringBack;
        this.losses = metrics.counter("congressbot.bot.redis.losses");
        this.time = time;
    }

    /// Looks once; to be called about once a second, by one thread.
    ///
    /// @return that there is nothing more to do at once
    public boolean look() {
        QueueMarker marker = known.orElseGet(markers::present);
        known = Optional.of(marker);
        if (!marker.planted()) {
            markers.alone(this::plantAnew);
            return false;
        }
        switch (queue.look(marker.id(), number)) {
            case Marker.Standing(long seen) -> number = seen;
            case Marker.Lost(Marker.Cause cause) -> markers.alone(() -> mend(marker, cause));
        }
        return false;
    }

    /// For `/health`.
    public Status status() {
        return known.flatMap(QueueMarker::lostAt)
                .filter(at -> Duration.between(at, time.instant()).compareTo(TOLD) < 0)
                .<Status>map(at -> new Status.Degraded("Redis was found to have lost the queue at " + at))
                .orElseGet(Status.Healthy::new);
    }

    /// It is no loss when another process noticed it first and planted another marker.
    private void mend(QueueMarker marker, Marker.Cause cause) {
        QueueMarker present = markers.present();
        if (present.planted() && present.id().equals(marker.id())) {
            markers.lost(time.instant());
            losses.increment();
            LOG.atError()
                    .addKeyValue("cause", cause)
                    .log("Redis lost the queue: what was accepted and not yet processed may be gone");
        }
        plantAnew();
    }

    private void plantAnew() {
        QueueMarker present = markers.present();
        adopt(present);
        if (!present.planted()) {
            queue.stake(present.id());
            bringBack.run();
            if (queue.plant(present.id())) {
                adopt(markers.planted(present));
            }
        }
    }

    private void adopt(QueueMarker marker) {
        known = Optional.of(marker);
        number = 0;
    }
}
