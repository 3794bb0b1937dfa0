package congressbot.bot.llm.openai;

import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import java.time.Duration;
import java.util.Optional;

/// When a call of a model's server is worth another try.
final class Repetition {
    private static final int MOST = 4;

    /// The part of a pause that chance takes off or adds, so that not everybody comes back at once.
    private static final double JITTER = 0.25;

    private static final int TOO_MANY = 429;
    private static final int SERVER_FAILED = 500;

    /// With [#TOO_MANY]: there is no money left, which no pause brings back.
    private static final String NO_MONEY = "insufficient_quota";

    /// Failsafe's word for "as it would be without".
    private static final Duration ITS_OWN = Duration.ofNanos(-1);

    private Repetition() {}

    /// Pauses grow by themselves; a pause that the server asks for goes first.
    ///
    /// @param pause before the first repetition; it doubles, unless the server names another
    /// @param lastStart after the first call began: what would have to begin later is not tried
    /// @param counted before each repetition
    static <R> RetryPolicy<R> policy(Duration pause, Duration lastStart, Runnable counted) {
        RetryPolicyBuilder<R> policy = RetryPolicy.builder();
        return policy.handleIf((_, failure) -> failure != null && passes(failure, lastStart))
                .withMaxRetries(MOST)
                .withMaxDuration(lastStart)
                .withBackoff(pause, lastStart)
                .withJitter(JITTER)
                .withDelayFn(context -> asked(context.getLastException()).orElse(ITS_OWN))
                .onRetry(_ -> counted.run())
                .build();
    }

    private static boolean passes(Throwable failure, Duration longest) {
        return RefusedException.in(failure)
                .map(refusal -> mayPass(refusal)
                        && asked(failure)
                                .map(wait -> wait.compareTo(longest) < 0)
                                .orElse(true))
                .orElse(failure instanceof UnansweredException);
    }

    private static boolean mayPass(RefusedException refusal) {
        return refusal.statusCode() >= SERVER_FAILED
                || (refusal.statusCode() == TOO_MANY
                        && !String.valueOf(refusal.getMessage()).contains(NO_MONEY));
    }

    /// What the server asks for, so much longer that chance cannot make it shorter.
    private static Optional<Duration> asked(Throwable failure) {
        return RefusedException.in(failure)
                .flatMap(RefusedException::retryAfter)
                .map(wait -> wait.multipliedBy(4).dividedBy(3));
    }
}
