package congressbot.wire.queue;

import java.util.UUID;

/// The name of one claim, random and never used for a second one. The worker makes it *before* it asks for the claim,
/// so that it can ask again when the answer is lost.
public record ClaimId(String value) {
    public ClaimId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a claim id is not blank");
        }
    }

    public static ClaimId fresh() {
        return new ClaimId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
