package congressbot.wire.bot;

import java.util.Optional;

/// `POST /chat`.
///
/// @param userId who is talking; 10 to 15 digits are also taken as the chat's phone
/// @param messageId makes the call idempotent within the user; absent: no idempotency
public record ChatRequest(String userId, String text, Optional<String> messageId) {}
