package congressbot.bot.speech;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.llm.HearingBook;
import congressbot.bot.llm.openai.OpenAiTranscriber;
import congressbot.bot.testing.FakeSpeechServer;
import congressbot.bot.testing.LogLines;
import congressbot.bot.testing.Recordings;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.bot.Transcript;
import congressbot.wire.http.Body;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.message.ChannelName;
import congressbot.wire.process.Health;
import congressbot.wire.process.Secret;
import congressbot.wire.testing.TestRedis;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

class SpeechEndpointTest {
    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    private static final String NOTE = "?messageId=gowa%3A5562900000000%3A3A01";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FakeSpeechServer speech = new FakeSpeechServer();
    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final HttpCaller http = new HttpCaller(4);
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ProcessServer server = serving(OpenAiTranscriber.over(http, speech.settings(), metrics));

    @AfterEach
    void close() {
        http.close(); // first: a server that stops waits for connections that are kept open
        server.close();
        redis.close();
        speech.close();
    }

    @Test
    void a_voice_note_is_answered_with_its_text() throws Exception {
        Exchange.Answered answer = post(NOTE, "audio/ogg; codecs=opus", Recordings.ogg());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Json.read(answer.body(), Transcript.class).text()).isEqualTo(FakeSpeechServer.SENTENCE);
    }

    @Test
    void a_repetition_pays_nothing() {
        post(NOTE, "audio/ogg", Recordings.ogg());

        Exchange.Answered again = post(NOTE, "audio/ogg", Recordings.ogg());

        assertThat(again.body()).contains("Maria da Silva");
        assertThat(speech.asked()).hasSize(1);
    }

    @Test
    void what_was_paid_stands_in_the_books_and_what_was_not_does_not() {
        post(NOTE, "audio/ogg", Recordings.ogg());
        post(NOTE, "audio/ogg", Recordings.ogg());
        post("", "audio/ogg", Body.of("<html>not audio</html>"));
        post("", "audio/ogg", Body.EMPTY);
        post("", "audio/ogg", Recordings.ogg(Recording.MAX_BYTES + 1));
        speech.then(401, "{}");
        post("", "audio/ogg", Recordings.ogg());

        assertThat(TestDatabase.rows(jdbi, "SELECT purpose || ' ' || verdict FROM model_calls ORDER BY id"))
                .containsExactly("transcribe heard", "transcribe failed");
    }

    @Test
    void without_an_id_nothing_is_remembered() {
        post("", "audio/ogg", Recordings.ogg());
        post("", "audio/ogg", Recordings.ogg());

        assertThat(speech.asked()).hasSize(2);
        assertThat(redis.keys("*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?messageId=", "?messageId=abc", "?messageId=%3A%3A", "?messageId=a%3Ab%3A%00"})
    void an_id_of_another_form_is_refused(String query) {
        assertThat(post(query, "audio/ogg", Recordings.ogg()).status()).isEqualTo(400);
    }

    @Test
    void whoever_has_no_key_is_not_heard() {
        Exchange.Answered answer =
                (Exchange.Answered) http.send(Call.post(at(""), "audio/ogg", Recordings.ogg(), SOON));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(speech.asked()).isEmpty();
    }

    @Test
    void the_largest_recording_is_heard_and_one_byte_more_is_not() throws Exception {
        assertThat(post("", "audio/ogg", Recordings.ogg(Recording.MAX_BYTES)).status())
                .isEqualTo(200);
        assertThat(speech.asked().getFirst().fileSize()).isEqualTo(Recording.MAX_BYTES);
        assertThat(post("", "audio/ogg", Recordings.ogg(Recording.MAX_BYTES + 1))
                        .status())
                .isEqualTo(413);
        assertThat(untold(Recordings.ogg(Recording.MAX_BYTES + 1))).isEqualTo(413);
        assertThat(untold(Recordings.ogg(Recording.MAX_BYTES))).isEqualTo(200);
    }

    @Test
    void what_cannot_be_heard_is_told_apart() {
        assertThat(post("", "audio/ogg", Body.EMPTY).status()).isEqualTo(422);
        assertThat(post("", "audio/ogg", Body.of("<html>not audio</html>")).status())
                .isEqualTo(415);
        speech.thenSays("Legendas pela comunidade Amara.org");
        assertThat(post("", "audio/ogg", Recordings.ogg()).status()).isEqualTo(422);
        speech.then(400, "{}");
        assertThat(post("", "audio/ogg", Recordings.ogg()).status()).isEqualTo(415);
        speech.then(401, "{}");
        Exchange.Answered refused = post("", "audio/ogg", Recordings.ogg());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("retry-after")).contains("5");
        assertThat(refused.header("content-type").orElseThrow()).contains("problem+json");
    }

    @Test
    void the_type_that_somebody_claims_does_not_count() {
        assertThat(post("", "image/png", Recordings.ogg()).status()).isEqualTo(200);
        assertThat(post("", "text/html; charset=x", Recordings.ogg()).status()).isEqualTo(200);
        assertThat(speech.asked()).allMatch(asked -> asked.fileName().equals("audio_file.ogg"));
    }

    @Test
    void without_a_server_for_speech_the_caller_is_told_so() {
        try (ProcessServer off = serving(new OfflineTranscriber())) {
            Exchange.Answered answer = (Exchange.Answered) http.send(Call.post(
                            URI.create("http://127.0.0.1:" + off.port() + "/transcribe-audio"),
                            "audio/ogg",
                            Recordings.ogg(),
                            SOON)
                    .internal(KEY));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("no server for speech is configured");
            assertThat(answer.header("retry-after")).isEmpty();
        }
    }

    @Test
    void the_log_and_the_metrics_say_what_happened_and_not_what_was_said() {
        try (LogLines lines = LogLines.of(SpeechEndpoint.class)) {
            post(NOTE, "audio/ogg", Recordings.ogg());

            assertThat(lines.events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getFormattedMessage() + event.getKeyValuePairs())
                            .contains("gowa:…:3A01", "heard")
                            .doesNotContain("Maria", "5562900000000"));
        }
        assertThat(metrics.scrape()).contains("congressbot_bot_transcriptions_total{outcome=\"heard\"} 1");
    }

    private ProcessServer serving(Transcriber transcriber) {
        HearingBook book = new HearingBook(Rooms.calls(jdbi), metrics, InstantSource.system());
        SpeechEndpoint endpoint = new SpeechEndpoint(
                new Stenographer(transcriber, new Transcripts(redis), book::enter),
                _ -> Rooms.sample().of(ChannelName.CHAT, "").congress(),
                metrics);
        return ProcessServer.start(
                0, new ProcessServer.Common(KEY, new Health(InstantSource.system()), metrics), endpoint::addTo);
    }

    private Exchange.Answered post(String query, String type, Body body) {
        return (Exchange.Answered)
                http.send(Call.post(at(query), type, body, SOON).internal(KEY));
    }

    /// The status for a body whose length is not told.
    private int untold(Body body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(at(""))
                    .header("X-Api-Key", KEY.reveal())
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> stream(body)))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static InputStream stream(Body body) {
        return new ByteArrayInputStream(body.bytes());
    }

    private URI at(String query) {
        return URI.create("http://127.0.0.1:" + server.port() + "/transcribe-audio" + query);
    }
}
