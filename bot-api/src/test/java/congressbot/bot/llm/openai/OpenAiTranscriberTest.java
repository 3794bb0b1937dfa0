package congressbot.bot.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.llm.openai.OpenAiTranscriber.Patience;
import congressbot.bot.speech.Transcription;
import congressbot.bot.speech.Transcription.Reason;
import congressbot.bot.testing.FakeSpeechServer;
import congressbot.bot.testing.LogLines;
import congressbot.bot.testing.Recordings;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.MediaType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAiTranscriberTest {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FakeSpeechServer server = new FakeSpeechServer();
    private final HttpCaller http = HttpCaller.farAway(4);
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        never.countDown();
        http.close();
        server.close();
    }

    @Test
    void a_recording_goes_out_with_its_language_and_the_names_that_may_occur() {
        Transcription heard = transcribed();

        assertThat(heard).isEqualTo(new Transcription.Heard(FakeSpeechServer.SENTENCE));
        assertThat(server.asked())
                .containsExactly(new FakeSpeechServer.Asked(
                        "Bearer sk-test",
                        "whisper-x",
                        "pt",
                        Recordings.recording().hint(),
                        "audio_file.ogg",
                        Recordings.ogg().size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = MediaType.class,
            names = {"OGG", "MPEG", "MP4", "WAV", "WEBM", "FLAC"})
    void every_kind_of_audio_gets_a_name_that_the_server_takes(MediaType type) {
        transcriber(Duration.ofSeconds(5)).transcribe(Recordings.recording(type));

        assertThat(server.asked().getFirst().fileName()).matches("audio_file\\.(ogg|mp3|mp4|wav|webm|flac)");
    }

    @Test
    void what_passes_by_itself_is_tried_again() {
        server.then(500, "{}");
        server.then(429, "{\"error\":{\"code\":\"rate_limit_exceeded\"}}");

        assertThat(transcribed()).isInstanceOf(Transcription.Heard.class);
        assertThat(server.asked()).hasSize(3);
        assertThat(metrics.counter("congressbot.bot.transcription.retries").count())
                .isEqualTo(2);
    }

    @Test
    void a_server_that_stays_down_is_given_up() {
        for (int i = 0; i < 9; i++) {
            server.then(503, "down");
        }

        assertThat(transcribed()).isEqualTo(new Transcription.Unavailable(Reason.FAILED));
        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void the_server_says_how_long_to_wait() {
        server.then(call -> call.status(429).header("Retry-After", "1").result("{}"));
        long start = System.nanoTime();

        assertThat(transcribed()).isInstanceOf(Transcription.Heard.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_server_that_wants_more_time_than_a_person_has_is_not_asked_again() {
        server.then(call -> call.status(429).header("Retry-After", "60").result("{}"));

        assertThat(transcribed()).isEqualTo(new Transcription.Unavailable(Reason.FAILED));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void without_money_there_is_no_second_try() {
        server.then(429, "{\"error\":{\"code\":\"insufficient_quota\"}}");

        assertThat(transcribed()).isEqualTo(new Transcription.Unavailable(Reason.FAILED));
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, UNSUPPORTED", "415, UNSUPPORTED", "413, TOO_LARGE", "401, FAILED", "403, FAILED", "404, FAILED"})
    void what_stays_so_is_not_tried_again(int status, String outcome) {
        server.then(status, "{\"error\":{\"message\":\"no\"}}");

        assertThat(transcribed())
                .isEqualTo(
                        switch (outcome) {
                            case "UNSUPPORTED" -> new Transcription.Unsupported();
                            case "TOO_LARGE" -> new Transcription.TooLarge();
                            default -> new Transcription.Unavailable(Reason.FAILED);
                        });
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_server_that_hangs_is_waited_for_no_longer_than_the_patience() {
        server.then(_ -> never.await());

        assertThat(transcriber(Duration.ofMillis(300)).transcribe(Recordings.recording()))
                .isEqualTo(new Transcription.Unavailable(Reason.TIMEOUT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"text\":\"\"}|SILENT", "{\"text\":\" \"}|SILENT", "{}|FAILED", "[]|FAILED", "<html>|FAILED"})
    void nonsense_is_no_transcript(String body, String outcome) {
        server.then(200, body);

        assertThat(transcribed())
                .isEqualTo(
                        outcome.equals("SILENT")
                                ? new Transcription.Silent()
                                : new Transcription.Unavailable(Reason.FAILED));
    }

    @Test
    void an_answer_without_end_is_no_transcript() {
        server.then(200, "{\"text\":\"" + "x".repeat(300_000) + "\"}");
        for (int i = 0; i < 9; i++) {
            server.then(500, "{}");
        }

        assertThat(transcribed()).isEqualTo(new Transcription.Unavailable(Reason.FAILED));
    }

    @Test
    void nothing_of_what_was_said_or_answered_is_logged() {
        server.then(400, "{\"error\":{\"message\":\"529.982.247-25\"}}");
        server.then(401, "{\"error\":{\"message\":\"529.982.247-25\"}}");

        try (LogLines lines = LogLines.of(OpenAiTranscriber.class)) {
            transcribed();
            transcribed();

            assertThat(lines.events())
                    .singleElement()
                    .asString()
                    .doesNotContain("529.982")
                    .contains("nothing was heard");
        }
    }

    private Transcription transcribed() {
        return transcriber(Duration.ofSeconds(5)).transcribe(Recordings.recording());
    }

    private OpenAiTranscriber transcriber(Duration attempt) {
        return new OpenAiTranscriber(
                http, server.settings(), new Patience(attempt, Duration.ofSeconds(5), PAUSE), metrics);
    }
}
