package congressbot.gateway.bridge;

import java.time.Duration;

/// How the hand-over of one message to a channel ended. A `reason` is for operators: it holds nothing personal.
public sealed interface SendResult {
    /// The channel has it.
    ///
    /// @param messageId the channel's own id
    record Sent(String messageId) implements SendResult {}

    /// Certainly not sent, and a later try may succeed.
    record TryLater(String reason, Duration after) implements SendResult {}

    /// Certainly not sent: the channel lets our number write to nobody new for a while. Who writes to us can still be
    /// answered, so this message comes later, and meanwhile nothing leaves from this number that nobody asked for.
    record ReachLimited(String reason, Duration after) implements SendResult {}

    /// Certainly not sent, and no try will succeed.
    record Refused(String reason) implements SendResult {}

    /// It may have been sent: a repetition may be a second message to the person.
    record Unknown(String reason) implements SendResult {}
}
