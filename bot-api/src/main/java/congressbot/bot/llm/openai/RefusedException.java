package congressbot.bot.llm.openai;

import congressbot.wire.http.Exchange;
import congressbot.wire.http.Headers;
import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The model's server answered with a status other than 2xx. The message is the answer's body: it may repeat what we
/// sent, so it is never logged.
final class RefusedException extends HttpException {
    private static final long serialVersionUID = 1;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final @Nullable Duration retryAfter;

    RefusedException(Exchange.Answered answer) {
        super(answer.status(), answer.body());
        // The other form of this header, a date, is not used by these servers and would need their clock.
        retryAfter = answer.header(Headers.RETRY_AFTER.toLowerCase(Locale.ROOT))
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    /// The refusal that caused a failure of langchain4j.
    static Optional<RefusedException> in(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /// How long the server asks us to wait.
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
