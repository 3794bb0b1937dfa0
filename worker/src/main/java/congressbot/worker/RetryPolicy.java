package congressbot.worker;

import congressbot.worker.Outcome.Cause;
import java.time.Duration;

/// When a conversation that was given back comes again, and when a message is given up. Pure: chance is an argument.
///
/// @param first unit of the pause for a message that is itself at fault; it doubles with every attempt
/// @param longest limit of that pause
record RetryPolicy(Duration first, Duration longest) {
    static final RetryPolicy NORMAL = new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(60));

    /// Claims of one message before it is dead.
    private static final int MAX_ATTEMPTS = 5;

    /// From this claim on the message may be what kills the processes that hold it.
    private static final int FIRST_SUSPECT = 3;

    /// Pause when somebody else is to blame: from 100 to 400 ms, spread, so that conversations do not come back as one.
    private static final Duration SHORT = Duration.ofMillis(100);

    private static final Duration SPREAD = Duration.ofMillis(300);

    RetryPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses grow from a positive first to a longest");
        }
    }

    static boolean exhausted(int attempt) {
        return attempt > MAX_ATTEMPTS;
    }

    /// Whether the message runs alone in its process, so that nobody dies with it.
    static boolean suspect(int attempt) {
        return attempt >= FIRST_SUSPECT && !exhausted(attempt);
    }

    /// @param attempt of the claim that is given back, from 1
    /// @param chance from 0 to 1
    Duration pause(Cause cause, int attempt, double chance) {
        return switch (cause) {
            case STOPPING -> Duration.ZERO;
            case BOT_DOWN, REPLY_IN_FLIGHT, TURNED_AWAY -> SHORT.plus(part(SPREAD, chance));
            case MESSAGE_REFUSED, STRANGE_ANSWER, BOT_SILENT, FAILURE, DEAD_LETTER_REFUSED ->
                part(doubled(attempt), (1 + chance) / 2);
        };
    }

    private Duration doubled(int attempt) {
        Duration pause = first;
        for (int i = 0; i < attempt && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis(Math.round(whole.toMillis() * share));
    }
}
