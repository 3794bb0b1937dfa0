package congressbot.bot.speech;

import java.util.Locale;

/// What became of a recording.
public sealed interface Transcription {
    /// Somebody spoke.
    ///
    /// @param text personal: never logged
    record Heard(String text) implements Transcription {
        @Override
        public String toString() {
            return "Heard[…]";
        }
    }

    /// Nothing that could be understood.
    record Silent() implements Transcription {}

    /// No audio, or of a kind that nobody can read.
    record Unsupported() implements Transcription {}

    record TooLarge() implements Transcription {}

    /// Not now, or not here.
    record Unavailable(Reason reason) implements Transcription {}

    /// Why nobody listens.
    enum Reason {
        /// No server is configured.
        OFF,
        /// Too much is being heard at the same time.
        BUSY,
        TIMEOUT,
        /// The server failed, or refuses us.
        FAILED
    }

    /// For logs, metrics and books.
    default String word() {
        return switch (this) {
            case Heard _ -> "heard";
            case Silent() -> "silent";
            case Unsupported() -> "unsupported";
            case TooLarge() -> "too-large";
            case Unavailable(Reason reason) -> reason.name().toLowerCase(Locale.ROOT);
        };
    }
}
