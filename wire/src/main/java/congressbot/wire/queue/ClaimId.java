package congressbot.wire.queue;

import congressbot.wire.UniqueId;

/// The name of one claim, never used for a second one. The worker makes it *before* it asks for the claim,
/// so that it can ask again when the answer is lost.
public record ClaimId(String value) {
    public ClaimId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a claim id is not blank");
        }
    }

    public static ClaimId fresh() {
        return new ClaimId(UniqueId.next());
    }

    @Override
    public String toString() {
        return value;
    }
}
