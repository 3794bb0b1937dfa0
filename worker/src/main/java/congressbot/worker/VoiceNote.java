package congressbot.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import congressbot.wire.bot.Transcript;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.http.Exchange;

/// What became of a voice note.
sealed interface VoiceNote {
    record Heard(String text) implements VoiceNote {
        @Override
        public String toString() {
            return "Heard[…]";
        }
    }

    record Unheard(Reason reason) implements VoiceNote {}

    /// Why there is no text; the word counts in the metrics.
    enum Reason {
        /// The file is not there any more.
        GONE,
        TOO_LARGE,
        /// No audio, or none that anybody can read.
        UNSUPPORTED,
        /// Nothing is said in it.
        SILENT,
        /// The gateway, bot-api or the server behind it does not answer, or is not configured.
        UNAVAILABLE,
        /// The turn's time for hearing is over, or it has too many of them.
        SURPLUS
    }

    /// How the call of bot-api ended.
    static VoiceNote of(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answered -> of(answered);
            case Exchange.NotSent _, Exchange.NoAnswer _ -> new Unheard(Reason.UNAVAILABLE);
        };
    }

    /// Why a file that was not fetched is not heard.
    static VoiceNote without(Fetched.Missing missing) {
        return new Unheard(
                switch (missing) {
                    case Fetched.Gone() -> Reason.GONE;
                    case Fetched.TooLarge() -> Reason.TOO_LARGE;
                    case Fetched.Unavailable _ -> Reason.UNAVAILABLE;
                });
    }

    private static VoiceNote of(Exchange.Answered answered) {
        return switch (answered.status()) {
            case 200 -> read(answered.body());
            case 413 -> new Unheard(Reason.TOO_LARGE);
            case 415 -> new Unheard(Reason.UNSUPPORTED);
            case 422 -> new Unheard(Reason.SILENT);
            default -> new Unheard(Reason.UNAVAILABLE);
        };
    }

    private static VoiceNote read(String body) {
        try {
            return new Heard(Json.read(body, Transcript.class).text());
        } catch (JsonProcessingException _) {
            return new Unheard(Reason.UNAVAILABLE);
        }
    }
}
