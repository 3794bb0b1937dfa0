package congressbot.wire.queue;

import congressbot.wire.bot.TurnRequest;
import java.time.Duration;

/// How much and how long. All times are whole milliseconds.
///
/// @param maxWaiting messages accepted and unfinished, above which no further ones are accepted
/// @param lease how long a claim lives without renewal, up to 30 s: the price of a worker's death
/// @param maxBatch most messages of one claim, 1 to 100: bot-api decides how many of them make one turn
/// @param settle how long a silent conversation waits for the rest of a burst, up to 5 s; zero = not at all
public record QueueLimits(int maxWaiting, Duration lease, int maxBatch, Duration settle) {
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(30);
    private static final Duration LONGEST_SETTLE = Duration.ofSeconds(5);

    public QueueLimits {
        if (maxWaiting < 1) {
            throw new IllegalArgumentException("maxWaiting is at least 1");
        }
        if (lease.toMillis() < 1 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease is 1 ms to 30 s");
        }
        if (maxBatch < 1 || maxBatch > TurnRequest.MAX_MESSAGES) {
            throw new IllegalArgumentException("maxBatch is 1 to " + TurnRequest.MAX_MESSAGES);
        }
        if (settle.isNegative() || settle.compareTo(LONGEST_SETTLE) > 0) {
            throw new IllegalArgumentException("settle is 0 to 5 s");
        }
    }

    public static QueueLimits defaults() {
        return new QueueLimits(20_000, Duration.ofSeconds(3), TurnRequest.MAX_MESSAGES, Duration.ofMillis(1_500));
    }
}
