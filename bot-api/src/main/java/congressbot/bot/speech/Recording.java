package congressbot.bot.speech;

import congressbot.wire.http.Body;
import congressbot.wire.http.MediaType;

/// Something to be heard.
///
/// @param type found in its bytes, an audio type
/// @param hint names that may occur in it, in Portuguese
public record Recording(MediaType type, Body bytes, String hint) {
    /// The largest that is heard, in bytes: the limit of OpenAI's server.
    public static final int MAX_BYTES = 25 * 1024 * 1024;

    public Recording {
        if (!type.isAudio() || bytes.size() == 0 || bytes.size() > MAX_BYTES) {
            throw new IllegalArgumentException("a recording is audio of 1 byte to 25 MiB");
        }
    }
}
