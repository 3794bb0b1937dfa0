package congressbot.bot.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.speech.OfflineTranscriber;
import congressbot.bot.speech.SpeechSettings;
import congressbot.bot.speech.Transcriber;
import congressbot.bot.speech.Transcription;
import congressbot.bot.testing.Recordings;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.MediaType;
import congressbot.wire.process.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every transcriber holds to.
class TranscriberContractTest {
    /// Nobody listens on this port.
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/v1");

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final HttpCaller HTTP = HttpCaller.farAway(2);

    @AfterAll
    static void close() {
        HTTP.close();
    }

    static Stream<Transcriber> transcribers() {
        return Stream.of(
                new OfflineTranscriber(),
                new OpenAiTranscriber(
                        HTTP,
                        new SpeechSettings(new Secret("k"), NOWHERE, "m"),
                        new OpenAiTranscriber.Patience(SOON, SOON, Duration.ofMillis(10)),
                        new SimpleMeterRegistry()));
    }

    @ParameterizedTest
    @MethodSource("transcribers")
    void without_a_server_nothing_is_heard_and_nothing_is_thrown(Transcriber transcriber) {
        for (MediaType type : MediaType.values()) {
            if (type.isAudio()) {
                assertThat(transcriber.transcribe(Recordings.recording(type)))
                        .isInstanceOf(Transcription.Unavailable.class);
            }
        }
    }
}
