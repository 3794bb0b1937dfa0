package congressbot.bot.speech;

import congressbot.wire.message.MessageId;
import java.time.Duration;
import java.util.Optional;

/// A recording that a server was asked to hear, whatever came of it.
///
/// @param congress its id
/// @param message that the recording came with, where the caller says so
/// @param result as it counts: what a model invents is silence
/// @param took all tries together
public record Hearing(
        String congress, Optional<MessageId> message, Recording recording, Transcription result, Duration took) {}
