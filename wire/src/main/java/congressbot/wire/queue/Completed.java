package congressbot.wire.queue;

import java.util.Optional;

/// What completing a claim did.
///
/// @param removed how many messages left the queue; 0 also when the claim was lost, or was completed before
/// @param next the further claim, if one was asked for and a conversation is ready
public record Completed(int removed, Optional<Claim> next) {}
