package congressbot.bot.llm.openai;

import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.net.URI;

/// Where a server is and how it is called.
///
/// @param baseUrl with its version: `https://api.openai.com/v1`
public record Endpoint(HttpCaller caller, URI baseUrl, Secret apiKey) {
    /// Largest answer that is read, in bytes: ours are a few thousand, and one without an end must not fill the memory.
    private static final int MAX_ANSWER = 512 * 1024;

    CallerHttpClientBuilder client() {
        return new CallerHttpClientBuilder(caller, MAX_ANSWER);
    }
}
