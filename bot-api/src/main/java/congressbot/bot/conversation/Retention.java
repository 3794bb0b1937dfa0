package congressbot.bot.conversation;

import congressbot.bot.attention.AttentionRows;
import congressbot.bot.intake.Intake;
import congressbot.bot.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/// Deletes what is no longer needed, a batch at a time so that nobody waits for it. The privacy
/// notice promises the times that concern people.
public final class Retention {
    /// Longer than any channel repeats a message (Meta: 7 days).
    private static final Duration MESSAGE_IDS = Duration.ofDays(10);

    private static final Duration SENDS = Duration.ofDays(10);
    private static final Duration UNFINISHED_FORMS = Duration.ofDays(30);
    public static final Duration TALK = Duration.ofDays(90);
    private static final int BATCH = 1_000;

    private final Intake intake;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Conversations conversations;
    private final Talk talk;

    Retention(Intake intake, Inbox inbox, Outbox outbox, Conversations conversations, Talk talk) {
        this.intake = intake;
        this.inbox = inbox;
        this.outbox = outbox;
        this.conversations = conversations;
        this.talk = talk;
    }

    /// Deletes one batch of each.
    ///
    /// @return whether there may be more
    public boolean forgetSome(Instant now) {
        return IntStream.of(
                        // First: a message that the inbox has forgotten would look as if it were new.
                        intake.forget(now.minus(MESSAGE_IDS), BATCH),
                        inbox.forget(now.minus(MESSAGE_IDS), BATCH),
                        Rewriting.forget(talk.jdbi(), now.minus(MESSAGE_IDS), BATCH),
                        outbox.forget(now.minus(SENDS), BATCH),
                        conversations.forgetForms(now.minus(UNFINISHED_FORMS), BATCH),
                        talk.transcript().forget(now.minus(TALK), BATCH),
                        talk.questions().forget(now.minus(TALK), BATCH),
                        talk.calls().forget(now.minus(TALK), BATCH),
                        talk.deadLetters().forget(now.minus(TALK), BATCH),
                        talk.jdbi().withHandle(handle -> AttentionRows.forget(handle, now.minus(TALK), BATCH)))
                .anyMatch(forgotten -> forgotten == BATCH);
    }
}
