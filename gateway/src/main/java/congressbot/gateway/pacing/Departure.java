package congressbot.gateway.pacing;

import congressbot.wire.gateway.SendCause;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.queue.OurNumber;

/// A message that wants to leave.
///
/// @param person the address that it goes to
public record Departure(OurNumber number, String person, SendCause cause) {
    public static Departure of(String key, OutgoingMessage message) {
        return new Departure(new OurNumber(message.channel(), message.account()), message.replyTo(), SendCause.of(key));
    }

    /// Whether nobody waits for it.
    public boolean proactive() {
        return !cause.awaited();
    }

    /// Without the address: it is personal.
    @Override
    public String toString() {
        return "Departure[" + number + ", " + cause + "]";
    }
}
