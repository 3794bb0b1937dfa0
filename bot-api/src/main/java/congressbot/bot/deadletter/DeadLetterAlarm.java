package congressbot.bot.deadletter;

import congressbot.bot.conversation.DeadLetterDesk;
import congressbot.wire.process.Health.Status;
import congressbot.wire.queue.ConversationQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import redis.clients.jedis.exceptions.JedisException;

/// Says that messages wait for somebody to decide about them.
public final class DeadLetterAlarm {
    private final DeadLetterDesk desk;
    private final ConversationQueue queue;

    public DeadLetterAlarm(DeadLetterDesk desk, ConversationQueue queue) {
        this.desk = desk;
        this.queue = queue;
    }

    /// `congressbot_bot_dead_letters`: the open ones.
    public void measure(MeterRegistry metrics) {
        Gauge.builder("congressbot.bot.dead.letters", desk, DeadLetterDesk::open)
                .description("messages that were given up and that nobody has decided about")
                .strongReference(true)
                .register(metrics);
    }

    public Status status() {
        long letters = desk.open();
        long undecodable = undecodable();
        return letters + undecodable == 0
                ? new Status.Healthy()
                : new Status.Degraded(
                        "%d open dead letters, %d undecodable items in the queue".formatted(letters, undecodable));
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
