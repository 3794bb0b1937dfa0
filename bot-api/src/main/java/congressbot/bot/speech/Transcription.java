package congressbot.bot.speech;

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
}
