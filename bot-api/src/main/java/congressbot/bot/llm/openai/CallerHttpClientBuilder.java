package congressbot.bot.llm.openai;

import congressbot.wire.http.HttpCaller;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Gives langchain4j's models our [CallerHttpClient]. A model sets its `timeout` here, as the read timeout; with us it
/// bounds the whole exchange.
final class CallerHttpClientBuilder implements HttpClientBuilder {
    /// For an exchange when a model sets none.
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpCaller caller;
    private final int maxAnswer;
    private @Nullable Duration connectTimeout;
    private Duration timeout = TIMEOUT;

    /// @param caller stays open when a client is done: whoever opened it closes it
    /// @param maxAnswer in bytes; a longer answer counts as none
    CallerHttpClientBuilder(HttpCaller caller, int maxAnswer) {
        this.caller = caller;
        this.maxAnswer = maxAnswer;
    }

    @Override
    public @Nullable Duration connectTimeout() {
        return connectTimeout;
    }

    /// Kept and not used: the caller has its own.
    @Override
    public CallerHttpClientBuilder connectTimeout(Duration given) {
        connectTimeout = given;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return timeout;
    }

    @Override
    public CallerHttpClientBuilder readTimeout(Duration given) {
        timeout = given;
        return this;
    }

    @Override
    public HttpClient build() {
        return new CallerHttpClient(caller, timeout, maxAnswer);
    }
}
