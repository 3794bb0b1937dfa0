package congressbot.bot.intake;

import congressbot.bot.intake.Intake.Waiting;
import congressbot.wire.queue.ConversationQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts stored messages into the queue that Redis does not have, and forgets those that were processed.
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 200;

    /// Younger messages may be on their way into the queue.
    private static final Duration OVERDUE = Duration.ofSeconds(60);

    private final Intake intake;
    private final ConversationQueue queue;
    private final InstantSource time;

    public Sweeper(Intake intake, ConversationQueue queue, InstantSource time) {
        this.intake = intake;
        this.queue = queue;
        this.time = time;
    }

    /// After a wipe: everything that was not processed, in the old order. What the queue has all the same comes
    /// twice, and is processed once.
    public void bringBack() {
        int back = each(_ -> true, envelopes -> {
            queue.bringBack(envelopes);
            return envelopes.size();
        });
        if (back > 0) {
            LOG.atWarn().addKeyValue("messages", back).log("what Redis lost is back in the queue");
        }
    }

    /// To be called now and then.
    ///
    /// @return whether there is more to forget
    public boolean sweep() {
        boolean more = intake.forgetProcessed(BATCH) == BATCH;
        Instant overdue = time.instant().minus(OVERDUE);
        int rescued = each(row -> row.receivedAt().isBefore(overdue), queue::rescue);
        if (rescued > 0) {
            LOG.atWarn().addKeyValue("messages", rescued).log("stored messages that no queue knew are back in it");
        }
        return more;
    }

    private int each(Predicate<Waiting> wanted, ToIntFunction<List<String>> envelopes) {
        int done = 0;
        long last = 0;
        while (true) {
            List<Waiting> rows = intake.waiting(last, BATCH);
            if (rows.isEmpty()) {
                return done;
            }
            done += envelopes.applyAsInt(
                    rows.stream().filter(wanted).map(Waiting::envelope).toList());
            last = rows.getLast().seq();
        }
    }
}
