package congressbot.wire.queue;

import congressbot.wire.message.Mask;
import java.util.List;

/// The right to process the next messages of one conversation, for as long as it is renewed.
///
/// @param attempt how often the first message was claimed, this time included; above 1 it comes alone
/// @param envelopes the messages as JSON, oldest first, each id once
public record Claim(String conversation, ClaimId id, int attempt, List<String> envelopes) implements Claimed {
    public Claim {
        if (attempt < 1 || envelopes.isEmpty()) {
            throw new IllegalArgumentException("a claim has a message and an attempt");
        }
        envelopes = List.copyOf(envelopes);
    }

    /// For logs: without the texts, the conversation masked.
    @Override
    public String toString() {
        return "Claim[%s of %s, attempt %d, %d messages]"
                .formatted(id, Mask.tail(conversation), attempt, envelopes.size());
    }
}
