package congressbot.gateway.pacing;

import congressbot.wire.process.Env;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How fast one number of ours speaks. `docs/pacing.md` says why these are the numbers.
///
/// @param repliesPerSecond of the number, once its burst is used up
/// @param proactivePerDay most messages in 24 hours that nobody asked for, of a number that is not new any more
/// @param warmUpDays in which a new number comes to its full share; 0 for a number that people know already
public record Pace(int repliesPerSecond, int proactivePerDay, int warmUpDays) {
    private static final int REPLIES_PER_SECOND = 20;
    private static final int MOST_REPLIES_PER_SECOND = 1_000;

    private static final int PROACTIVE_PER_DAY = 500;
    private static final int MOST_PROACTIVE_PER_DAY = 10_000;

    private static final int WARM_UP_DAYS = 7;
    private static final int MOST_WARM_UP_DAYS = 60;

    /// What even the newest number may say in a day, unless its full share is less.
    private static final int LEAST_SHARE = 20;

    /// How much unused time is remembered: so many seconds' replies may leave at once.
    private static final int BURST_S = 15;

    public Pace {
        if (repliesPerSecond < 1 || repliesPerSecond > MOST_REPLIES_PER_SECOND) {
            throw new IllegalArgumentException("1 to 1,000 replies a second");
        }
        if (proactivePerDay < 0 || proactivePerDay > MOST_PROACTIVE_PER_DAY) {
            throw new IllegalArgumentException("0 to 10,000 proactive messages a day");
        }
        if (warmUpDays < 0 || warmUpDays > MOST_WARM_UP_DAYS) {
            throw new IllegalArgumentException("a warm-up of 0 to 60 days");
        }
    }

    private enum Choice {
        ON,
        OFF
    }

    /// The pace that is wanted; empty when there is to be none, as usual outside of prod.
    public static Optional<Pace> from(Env env) {
        Choice choice = env.oneOf(Variable.GATEWAY_PACING, Choice.class, usual(env.profile()));
        Pace pace = new Pace(
                env.number(Variable.GATEWAY_REPLIES_PER_SECOND, REPLIES_PER_SECOND, 1, MOST_REPLIES_PER_SECOND),
                env.number(Variable.GATEWAY_PROACTIVE_PER_DAY, PROACTIVE_PER_DAY, 0, MOST_PROACTIVE_PER_DAY),
                env.number(Variable.GATEWAY_WARM_UP_DAYS, WARM_UP_DAYS, 0, MOST_WARM_UP_DAYS));
        return choice == Choice.ON ? Optional.of(pace) : Optional.empty();
    }

    private static Choice usual(Profile profile) {
        return switch (profile) {
            case PROD -> Choice.ON;
            case DEV -> Choice.OFF;
        };
    }

    public static Pace normal() {
        return new Pace(REPLIES_PER_SECOND, PROACTIVE_PER_DAY, WARM_UP_DAYS);
    }

    /// What a number may say in 24 hours that nobody asked for, on its first day, on the second, …; the last holds for
    /// ever. It doubles every day.
    public List<Integer> shares() {
        List<Integer> shares = new ArrayList<>();
        for (int left = warmUpDays; left > 0; left--) {
            int grown = left >= Integer.SIZE - 1 ? 0 : proactivePerDay >> left;
            shares.add(Math.min(proactivePerDay, Math.max(LEAST_SHARE, grown)));
        }
        shares.add(proactivePerDay);
        return shares;
    }

    /// The tokens of a number, full.
    TokenBucket bucketOfNumber() {
        return new TokenBucket(burst(), Duration.ofSeconds(1).dividedBy(repliesPerSecond));
    }

    /// What proactive messages leave of them for replies.
    int keptForReplies() {
        return burst() / 2;
    }

    private int burst() {
        return BURST_S * repliesPerSecond;
    }
}
