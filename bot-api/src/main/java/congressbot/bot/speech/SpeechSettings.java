package congressbot.bot.speech;

import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.util.Optional;

/// The server that turns speech into text, by OpenAI's API.
///
/// @param server the address before `/audio/transcriptions`
public record SpeechSettings(Secret apiKey, URI server, String model) {
    private static final URI OPENAI = URI.create("https://api.openai.com/v1");
    private static final String MODEL = "gpt-4o-mini-transcribe";

    /// Empty without a key: then voice notes are not heard.
    public static Optional<SpeechSettings> from(Env env) {
        URI general = env.address(Variable.OPENAI_BASE_URL, OPENAI);
        URI server = env.address(Variable.TRANSCRIPTION_BASE_URL, general);
        String model = env.optional(Variable.TRANSCRIPTION_MODEL).orElse(MODEL);
        return env.optionalSecret(Variable.OPENAI_API_KEY).map(key -> new SpeechSettings(key, server, model));
    }
}
