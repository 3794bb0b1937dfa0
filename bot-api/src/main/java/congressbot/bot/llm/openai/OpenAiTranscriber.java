package congressbot.bot.llm.openai;

import congressbot.bot.speech.Recording;
import congressbot.bot.speech.SpeechSettings;
import congressbot.bot.speech.Transcriber;
import congressbot.bot.speech.Transcription;
import congressbot.bot.speech.Transcription.Reason;
import congressbot.wire.http.HttpCaller;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.langchain4j.data.audio.Audio;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.audio.AudioTranscriptionRequest;
import dev.langchain4j.model.openai.OpenAiAudioTranscriptionModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speech to text by `POST …/audio/transcriptions`. Repeats what may pass by itself, with growing pauses, and as late
/// as the server asks; what would take longer than a person waits is given up.
public final class OpenAiTranscriber implements Transcriber {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiTranscriber.class);

    /// The people speak Portuguese; told so, the models hear digits and names better.
    private static final String LANGUAGE = "pt";

    /// An answer is a text, and a usage.
    private static final int MAX_ANSWER = 256 * 1024;

    private final OpenAiAudioTranscriptionModel model;
    private final RetryPolicy<Optional<String>> retries;

    /// How long to try. All together take at most `lastStart` and `attempt`.
    ///
    /// @param attempt one exchange with the server
    /// @param lastStart after the first attempt began; none begins later
    /// @param pause before the first repetition; it doubles
    record Patience(Duration attempt, Duration lastStart, Duration pause) {
        static final Patience NORMAL =
                new Patience(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofMillis(500));
    }

    OpenAiTranscriber(HttpCaller http, SpeechSettings settings, Patience patience, MeterRegistry metrics) {
        model = OpenAiAudioTranscriptionModel.builder()
                .httpClientProvider(new CallerHttpClientBuilder(http, MAX_ANSWER))
                .baseUrl(settings.server().toString())
                .apiKey(settings.apiKey().reveal())
                .modelName(settings.model())
                .timeout(patience.attempt())
                .maxRetries(0) // its own would not look at Retry-After
                .build();
        Counter repeated = metrics.counter("congressbot.bot.transcription.retries");
        retries = Repetition.policy(patience.pause(), patience.lastStart(), repeated::increment);
    }

    /// With the patience that people have.
    ///
    /// @param http stays open
    public static OpenAiTranscriber over(HttpCaller http, SpeechSettings settings, MeterRegistry metrics) {
        return new OpenAiTranscriber(http, settings, Patience.NORMAL, metrics);
    }

    @Override
    public Transcription transcribe(Recording recording) {
        try {
            return Failsafe.with(retries)
                    .get(() -> ask(recording))
                    .map(OpenAiTranscriber::said)
                    .orElseGet(() -> unavailable(Reason.FAILED, "an answer without a text"));
        } catch (RuntimeException e) {
            return judged(e); // langchain4j has no narrower word for all that an answer may be
        }
    }

    private Optional<String> ask(Recording recording) {
        Audio audio = Audio.builder()
                .binaryData(recording.bytes().bytes())
                .mimeType(recording.type().mime()) // the ending of the file name follows from it, and decides
                .build();
        AudioTranscriptionRequest request = AudioTranscriptionRequest.builder()
                .audio(audio)
                .language(LANGUAGE)
                .prompt(recording.hint())
                .build();
        return Optional.ofNullable(model.transcribe(request).text());
    }

    private static Transcription said(String text) {
        return text.isBlank() ? new Transcription.Silent() : new Transcription.Heard(text);
    }

    private static Transcription judged(RuntimeException failure) {
        if (failure instanceof TimeoutException) {
            return unavailable(Reason.TIMEOUT, "no answer in time");
        }
        return RefusedException.in(failure)
                .map(OpenAiTranscriber::refused)
                .orElseGet(() -> unavailable(Reason.FAILED, failure.getClass().getSimpleName()));
    }

    private static Transcription refused(RefusedException refusal) {
        return switch (refusal.statusCode()) {
            case 400, 415, 422 -> new Transcription.Unsupported();
            case 413 -> new Transcription.TooLarge();
            default -> unavailable(Reason.FAILED, "status " + refusal.statusCode());
        };
    }

    private static Transcription unavailable(Reason reason, String detail) {
        LOG.atWarn().addKeyValue("detail", detail).log("nothing was heard, the person is asked to type");
        return new Transcription.Unavailable(reason);
    }
}
