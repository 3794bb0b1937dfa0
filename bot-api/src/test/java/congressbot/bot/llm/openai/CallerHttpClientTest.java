package congressbot.bot.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.http.HttpCaller;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerHttpClientTest {
    private static final int MAX_ANSWER = 1024;

    private final CountDownLatch never = new CountDownLatch(1);
    private final Javalin server = Javalin.create(config -> {
                config.concurrency.useVirtualThreads = true;
                config.routes.post("/echo", CallerHttpClientTest::echo);
                config.routes.post("/form", CallerHttpClientTest::describe);
                config.routes.get("/redirects", call -> call.redirect("/echo"));
                config.routes.get(
                        "/busy",
                        call -> call.status(429).header("Retry-After", "7").result("busy"));
                config.routes.get(
                        "/until", call -> call.status(503).header("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"));
                config.routes.get("/long", call -> call.result("x".repeat(MAX_ANSWER + 1)));
                config.routes.get("/drips", call -> {
                    call.outputStream().write('x');
                    call.outputStream().flush();
                    never.await();
                });
            })
            .start(0);
    private final String address = "http://127.0.0.1:" + server.port(); // a stopped server has no port any more
    private final HttpCaller caller = HttpCaller.farAway(2);

    @AfterEach
    void stop() {
        never.countDown();
        caller.close();
        server.stop();
    }

    @Test
    void a_call_goes_out_with_its_headers_and_its_body_in_utf8_over_http_1_1() {
        SuccessfulHttpResponse answer = client().execute(request(HttpMethod.POST, "/echo")
                .addHeader("Authorization", "Bearer key")
                .addHeader("Content-Type", "application/json")
                .body("{\"text\":\"Inscri\u00e7\u00e3o\"}")
                .build());

        assertThat(answer.body())
                .isEqualTo("HTTP/1.1 Bearer key application/json no-upgrade {\"text\":\"Inscri\u00e7\u00e3o\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/plain");
    }

    @Test
    void a_form_carries_its_fields_and_its_file_byte_for_byte() {
        byte[] bytes = {0, 13, 10, '-', '-', (byte) 0xFF, 'x'};

        SuccessfulHttpResponse answer = client().execute(request(HttpMethod.POST, "/form")
                .addFormDataField("prompt", "Goi\u00e2nia")
                .addFormDataFile("file", "audio_file.ogg", "audio/ogg", bytes)
                .build());

        assertThat(answer.body())
                .isEqualTo("Goi\u00e2nia, audio_file.ogg, audio/ogg, 0 13 10 45 45 -1 120, length given");
    }

    @Test
    void a_refusal_carries_its_status_its_body_and_how_long_to_wait() {
        assertThatThrownBy(() -> get("/busy")).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal).isInstanceOf(HttpException.class).hasMessage("busy");
            assertThat(refusal.statusCode()).isEqualTo(429);
            assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(7));
        });
    }

    @Test
    void a_date_to_wait_for_is_as_good_as_none() {
        assertThatThrownBy(() -> get("/until"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.retryAfter()).isEqualTo(Optional.empty()));
    }

    @Test
    void a_redirect_is_a_refusal() {
        assertThatThrownBy(() -> get("/redirects"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.statusCode()).isEqualTo(302));
    }

    @Test
    void an_answer_that_never_ends_is_a_timeout_though_it_began() {
        HttpClient impatient = new CallerHttpClientBuilder(caller, MAX_ANSWER)
                .readTimeout(Duration.ofMillis(200))
                .build();

        assertThatThrownBy(() ->
                        impatient.execute(request(HttpMethod.GET, "/drips").build()))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void an_answer_over_the_limit_is_no_answer() {
        assertThatThrownBy(() -> get("/long"))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        failure -> assertThat(failure.left()).isTrue());
    }

    @Test
    void a_server_that_is_not_there_did_not_get_the_call() {
        server.stop();

        assertThatThrownBy(() -> get("/echo"))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        failure -> assertThat(failure.left()).isFalse());
    }

    private SuccessfulHttpResponse get(String path) {
        return client().execute(request(HttpMethod.GET, path).build());
    }

    private HttpClient client() {
        return new CallerHttpClientBuilder(caller, MAX_ANSWER).build();
    }

    private HttpRequest.Builder request(HttpMethod method, String path) {
        return HttpRequest.builder().method(method).url(address + path);
    }

    private static void echo(Context call) {
        call.result(String.join(
                " ",
                call.protocol(),
                call.header("Authorization"),
                call.header("Content-Type"),
                call.header("Upgrade") == null ? "no-upgrade" : "upgrade",
                call.body()));
    }

    private static void describe(Context call) throws IOException {
        UploadedFile file = Objects.requireNonNull(call.uploadedFile("file"));
        byte[] content = file.content().readAllBytes();
        StringBuilder bytes = new StringBuilder();
        for (byte one : content) {
            bytes.append(one).append(' ');
        }
        call.result(String.join(
                ", ",
                String.valueOf(call.formParam("prompt")),
                file.filename(),
                file.contentType(),
                bytes.toString().trim(),
                call.contentLength() > 0 ? "length given" : "chunked"));
    }
}
