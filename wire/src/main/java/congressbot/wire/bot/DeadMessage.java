package congressbot.wire.bot;

import congressbot.wire.message.IncomingMessage;

/// `POST /whatsapp/dead`: a message that could not be processed.
///
/// @param reason a short machine-readable word, e.g. `attempts`
/// @param attempts how often it was claimed
public record DeadMessage(IncomingMessage envelope, String reason, int attempts) {}
