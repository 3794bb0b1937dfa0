package congressbot.bot.intake;

import congressbot.bot.intake.Intake.Waiting;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.queue.ConversationQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts stored messages into the queue that Redis does not have, and forgets those that were processed.
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 200;

    /// Younger messages may be on their way into the queue.
    private static final Duration OVERDUE = Duration.ofSeconds(60);

    /// As far as a gateway's clock may be, and farther.
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final String OVERTAKEN = "overtaken";

    private final Intake intake;
    private final ConversationQueue queue;
    private final Consumer<DeadMessage> deadLetters;
    private final InstantSource time;

    /// @param deadLetters get what came too late
    public Sweeper(Intake intake, ConversationQueue queue, Consumer<DeadMessage> deadLetters, InstantSource time) {
        this.intake = intake;
        this.queue = queue;
        this.deadLetters = deadLetters;
        this.time = time;
    }

    /// After a wipe: everything that was not processed, in the old order. What the queue has all the same comes
    /// twice, and is processed once.
    public void bringBack() {
        int back = each(time.instant().plus(AHEAD), rows -> {
            List<String> envelopes = rows.stream()
                    .filter(row -> !row.overtaken())
                    .map(Waiting::envelope)
                    .toList();
            queue.bringBack(envelopes);
            return envelopes.size();
        });
        if (back > 0) {
            LOG.atWarn().addKeyValue("messages", back).log("what Redis lost is back in the queue");
        }
    }

    /// To be called now and then. An old message that Redis does not have, and after which the conversation went on,
    /// would answer a question that it was not meant for: a person looks at it.
    ///
    /// @return whether there is more to forget, which comes first
    public boolean sweep() {
        if (intake.forgetProcessed(BATCH) == BATCH) {
            return true;
        }
        int rescued = each(time.instant().minus(OVERDUE), this::swept);
        if (rescued > 0) {
            LOG.atWarn().addKeyValue("messages", rescued).log("stored messages that no queue knew are back in it");
        }
        return false;
    }

    private int swept(List<Waiting> overdue) {
        overdue.stream()
                .filter(row -> row.overtaken() && !queue.mayHold(row.conversation()))
                .forEach(this::bury);
        return queue.rescue(overdue.stream()
                .filter(row -> !row.overtaken())
                .map(Waiting::envelope)
                .toList());
    }

    private void bury(Waiting row) {
        LOG.atWarn().addKeyValue("reason", OVERTAKEN).log("a stored message that no queue knew is given up");
        deadLetters.accept(new DeadMessage(row.id(), row.conversation(), row.envelope(), OVERTAKEN, 1));
    }

    private int each(Instant before, ToIntFunction<List<Waiting>> batch) {
        int done = 0;
        long last = 0;
        while (true) {
            List<Waiting> rows = intake.waiting(before, last, BATCH);
            if (rows.isEmpty()) {
                return done;
            }
            done += batch.applyAsInt(rows);
            last = rows.getLast().seq();
        }
    }
}
