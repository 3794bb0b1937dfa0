package congressbot.bot.conversation;

import congressbot.bot.outbox.Outbox;
import java.time.Duration;
import java.time.InstantSource;

/// Deletes what is no longer needed, a batch at a time so that nobody waits for it.
public final class Retention {
    /// Longer than any channel repeats a message (Meta: 7 days).
    private static final Duration INBOX_KEPT = Duration.ofDays(10);

    private static final Duration OUTBOX_KEPT = Duration.ofDays(10);
    private static final int BATCH = 1_000;

    private final Inbox inbox;
    private final Outbox outbox;
    private final InstantSource time;

    Retention(Inbox inbox, Outbox outbox, InstantSource time) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.time = time;
    }

    /// Deletes one batch.
    ///
    /// @return whether there may be more
    public boolean forgetSome() {
        int messages = inbox.forget(time.instant().minus(INBOX_KEPT), BATCH);
        int replies = outbox.forget(time.instant().minus(OUTBOX_KEPT), BATCH);
        return messages == BATCH || replies == BATCH;
    }
}
