package congressbot.wire.http;

import java.util.Map;
import java.util.Optional;

/// How a call to a neighbour ended.
public sealed interface Exchange {
    /// The neighbour answered.
    ///
    /// @param headers names in lower case
    record Answered(int status, Map<String, String> headers, Body content) implements Exchange {
        public Answered {
            headers = Map.copyOf(headers);
        }

        /// The body as text.
        public String body() {
            return content.text();
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
    record NoAnswer(String reason) implements Exchange {
        static final NoAnswer TOO_LONG = new NoAnswer("too long");

        /// The answer was longer than [Call#maxAnswer].
        public boolean tooLong() {
            return equals(TOO_LONG);
        }
    }
}
