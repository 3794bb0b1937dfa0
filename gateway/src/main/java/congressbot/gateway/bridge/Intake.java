package congressbot.gateway.bridge;

import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.IncomingMessage;
import java.util.List;

/// What a bridge made of one webhook call. A `reason` is for operators: no word of it comes from the call.
public sealed interface Intake {
    /// For the queue, all or none.
    record Messages(List<IncomingMessage> messages) implements Intake {
        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /// What became of messages of ours.
    record Receipts(List<GatewayFact> facts) implements Intake {
        public Receipts {
            facts = List.copyOf(facts);
        }
    }

    /// Understood, and nothing for us.
    record Ignored(String reason) implements Intake {}

    /// Genuine, and not understood: worth an operator's look, of no use to repeat.
    record Unreadable(String reason) implements Intake {}

    /// Not genuine: nobody has looked inside.
    record Rejected(String reason) implements Intake {}
}
