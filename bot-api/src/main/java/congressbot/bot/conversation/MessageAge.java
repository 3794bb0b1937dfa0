package congressbot.bot.conversation;

import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.Instant;

/// How old a message is: how long it waited here, or how long it was on the way, whichever is longer.
final class MessageAge {
    /// Clocks of phones and providers differ by less than this: less on the way does not count.
    private static final Duration CLOCK_DOUBT = Duration.ofHours(24);

    private MessageAge() {}

    static Duration of(IncomingMessage message, Instant now) {
        Duration onTheWay = Duration.between(message.sentAt(), message.receivedAt());
        Duration waiting = Duration.between(message.receivedAt(), now);
        return onTheWay.compareTo(CLOCK_DOUBT) > 0 && onTheWay.compareTo(waiting) > 0 ? onTheWay : waiting;
    }
}
