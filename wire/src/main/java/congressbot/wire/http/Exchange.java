package congressbot.wire.http;

import java.util.Map;
import java.util.Optional;

/// How a call to a neighbour ended.
public sealed interface Exchange {
    /// The neighbour answered.
    ///
    /// @param headers names in lower case
    record Answered(int status, Map<String, String> headers, String body) implements Exchange {
        public Answered {
            headers = Map.copyOf(headers);
        }

        public Optional<String> header(String lowerCaseName) {
            return Optional.ofNullable(headers.get(lowerCaseName));
        }

        /// Without the body, which may hold personal data.
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /// The request did not leave this process: it certainly had no effect.
    record NotSent(String reason) implements Exchange {}

    /// The request left, and no whole answer came: it may have had its effect.
    record NoAnswer(String reason) implements Exchange {}
}
