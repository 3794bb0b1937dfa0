package congressbot.bot.deadletter;

import congressbot.wire.process.Health.Status;
import congressbot.wire.queue.ConversationQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jdbi.v3.core.Jdbi;
import redis.clients.jedis.exceptions.JedisException;

/// Says that messages wait for somebody to decide about them.
public final class DeadLetterAlarm {
    private final Jdbi jdbi;
    private final ConversationQueue queue;

    /// @param jdbi answers at once, or not at all
    public DeadLetterAlarm(Jdbi jdbi, ConversationQueue queue) {
        this.jdbi = jdbi;
        this.queue = queue;
    }

    /// `congressbot_bot_dead_letters`: the open ones.
    public void measure(MeterRegistry metrics) {
        Gauge.builder("congressbot.bot.dead.letters", this, DeadLetterAlarm::open)
                .description("messages that were given up and that nobody has decided about")
                .strongReference(true)
                .register(metrics);
    }

    public Status status() {
        long letters = open();
        long undecodable = undecodable();
        return letters + undecodable == 0
                ? new Status.Healthy()
                : new Status.Degraded(
                        "%d open dead letters, %d undecodable items in the queue".formatted(letters, undecodable));
    }

    private long open() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM dead_letters WHERE status = 'open'")
                .mapTo(Long.class)
                .one());
    }

    /// Whether Redis answers is another check's to tell.
    private long undecodable() {
        try {
            return queue.undecodable();
        } catch (JedisException _) {
            return 0;
        }
    }
}
