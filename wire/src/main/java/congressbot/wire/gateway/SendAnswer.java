package congressbot.wire.gateway;

/// The 200 of `POST /send-text`.
///
/// @param messageId the channel's own id of the sent message
public record SendAnswer(String messageId) {}
