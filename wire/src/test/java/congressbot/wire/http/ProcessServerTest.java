package congressbot.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import congressbot.wire.bot.ChatRequest;
import congressbot.wire.process.Health;
import congressbot.wire.process.Health.Status;
import congressbot.wire.process.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ProcessServerTest {
    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Health health = new Health(InstantSource.system());
    private final CountDownLatch neverOpened = new CountDownLatch(1);
    private final CountDownLatch slowCallIsIn = new CountDownLatch(1);
    private final CountDownLatch slowCallMayEnd = new CountDownLatch(1);
    private final ProcessServer server = ProcessServer.start(
            0, new ProcessServer.Common(KEY, health, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)), routes -> {
                routes.get("/open", call -> call.result(RequestId.current()), Access.PUBLIC);
                routes.get("/inner", call -> call.result("in"), Access.INTERNAL);
                routes.get("/nobody", call -> call.result("in"));
                routes.get("/hangs", _ -> neverOpened.await(), Access.PUBLIC);
                routes.get(
                        "/slow",
                        call -> {
                            slowCallIsIn.countDown();
                            slowCallMayEnd.await();
                            call.result("done");
                        },
                        Access.PUBLIC);
                routes.get(
                        "/throws",
                        _ -> {
                            throw new IllegalStateException("CPF 529.982.247-25");
                        },
                        Access.PUBLIC);
                routes.get(
                        "/secret/{key}",
                        _ -> {
                            throw new IllegalStateException("broken");
                        },
                        Access.PUBLIC);
                routes.post(
                        "/json",
                        call -> Bodies.read(call, ChatRequest.class).ifPresent(body -> Bodies.answer(call, body)),
                        Access.PUBLIC);
            });
    private final HttpCaller caller = new HttpCaller(4);

    @AfterEach
    void stop() {
        neverOpened.countDown();
        caller.close();
        server.close();
    }

    @Test
    void an_internal_route_wants_the_key() {
        assertThat(status("/inner")).isEqualTo(401);
        assertThat(answer(get("/inner").with(Headers.API_KEY, "wrong")).status())
                .isEqualTo(401);
        assertThat(answer(get("/inner").internal(KEY)).body()).isEqualTo("in");
    }

    @Test
    void a_route_that_names_nobody_is_refused_to_everybody() {
        assertThat(answer(get("/nobody").internal(KEY)).status()).isEqualTo(401);
    }

    @Test
    void the_request_id_comes_along_when_it_has_our_form() {
        assertThat(answer(get("/open").with(Headers.REQUEST_ID, "r-1")).body()).isEqualTo("r-1");
        assertThat(answer(get("/open").with(Headers.REQUEST_ID, "forged id=1")).body())
                .hasSize(36);
    }

    @Test
    void an_answer_beyond_the_limit_is_told_from_none() {
        assertThat(caller.send(
                        get("/open").with(Headers.REQUEST_ID, "r".repeat(20)).reading(19)))
                .isInstanceOfSatisfying(
                        Exchange.NoAnswer.class,
                        failure -> assertThat(failure.tooLong()).isTrue());
        assertThat(caller.send(
                        get("/open").with(Headers.REQUEST_ID, "r".repeat(20)).reading(20)))
                .isInstanceOf(Exchange.Answered.class);
    }

    @Test
    void a_failure_is_told_without_its_details() {
        Exchange.Answered failed = answer(get("/throws").with(Headers.REQUEST_ID, "r-2"));

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.header("content-type")).contains("application/problem+json");
        assertThat(failed.body()).contains("r-2").doesNotContain("529.982", "IllegalState");
    }

    @Test
    void a_failure_is_logged_without_what_may_be_secret_in_its_path() {
        Logger logger = (Logger) LoggerFactory.getLogger(ProcessServer.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);

        answer(get("/secret/key-0123456789abcdef"));

        logger.detachAppender(lines);
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.getFirst().getKeyValuePairs().toString())
                .contains("/secret/{key}")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void a_path_that_does_not_exist_is_404_and_a_wrong_method_405() {
        assertThat(status("/nothing")).isEqualTo(404);
        assertThat(answer(Call.post(at("/inner"), Map.of(), SOON).internal(KEY)).status())
                .isEqualTo(405);
    }

    @Test
    void a_body_must_be_json_of_its_type_and_not_too_large() {
        assertThat(post("{\"userId\":\"u\",\"text\":\"oi\",\"later\":1}").status())
                .isEqualTo(200);
        assertThat(post("{\"userId\":\"u\"").status()).isEqualTo(400);
        assertThat(post("null").status()).isEqualTo(400);
        assertThat(post("{\"userId\":7,\"text\":[]}").status()).isEqualTo(400);
        assertThat(post("x".repeat(Bodies.INTERNAL_BYTES + 1)).status()).isEqualTo(413);
    }

    @Test
    void a_body_that_is_no_utf8_is_refused() throws Exception {
        byte[] body = {'{', '"', (byte) 0xC3, '"'};
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(at("/json"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();

            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void health_shows_details_only_to_holders_of_the_key() {
        health.check("redis", () -> new Status.Degraded("slow"));

        assertThat(answer(get("/health")).body()).isEqualTo("{\"status\":\"degraded\",\"checks\":{}}");
        assertThat(answer(get("/health").internal(KEY)).body()).contains("slow");
    }

    @Test
    void health_is_503_when_a_check_fails() {
        health.check("postgres", () -> new Status.Failing("refused"));

        assertThat(status("/health")).isEqualTo(503);
    }

    @Test
    void metrics_are_internal() {
        assertThat(status("/metrics")).isEqualTo(401);
        assertThat(answer(get("/metrics").internal(KEY)).status()).isEqualTo(200);
    }

    @Test
    void a_call_to_nobody_was_not_sent() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        Exchange exchange = caller.send(Call.get(URI.create("http://127.0.0.1:" + free + "/"), SOON));

        assertThat(exchange).isInstanceOf(Exchange.NotSent.class);
    }

    @Test
    void a_call_that_is_not_answered_in_time_may_have_had_its_effect() {
        Exchange exchange = caller.send(Call.get(at("/hangs"), Duration.ofMillis(200)));

        assertThat(exchange).isInstanceOf(Exchange.NoAnswer.class);
    }

    @Test
    void a_call_may_take_longer_than_a_connection_may_be_idle() throws Exception {
        try (HttpCaller impatient = new HttpCaller(1, Duration.ofMillis(50))) {
            CompletableFuture<Exchange> slow = CompletableFuture.supplyAsync(() -> impatient.send(get("/slow")));
            await().during(Duration.ofMillis(500)).until(() -> !slow.isDone());
            slowCallMayEnd.countDown();

            assertThat(slow).succeedsWithin(SOON).isInstanceOf(Exchange.Answered.class);
        }
    }

    @Test
    void a_stop_waits_for_the_calls_in_flight_and_takes_no_new_ones() throws Exception {
        URI open = at("/open");
        CompletableFuture<String> slow =
                CompletableFuture.supplyAsync(() -> answer(get("/slow")).body());
        slowCallIsIn.await();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
        await().until(() ->
                !(caller.send(Call.get(open, SOON)) instanceof Exchange.Answered answer) || answer.status() == 503);
        boolean stoppedBefore = stop.isDone();
        slowCallMayEnd.countDown();

        assertThat(stoppedBefore).isFalse();
        assertThat(slow).succeedsWithin(SOON).isEqualTo("done");
        assertThat(stop).succeedsWithin(SOON);
    }

    private Exchange.Answered post(String body) {
        return answer(Call.post(at("/json"), "application/json", body, SOON));
    }

    private int status(String path) {
        return answer(get(path)).status();
    }

    private Call get(String path) {
        return Call.get(at(path), SOON);
    }

    private Exchange.Answered answer(Call call) {
        return (Exchange.Answered) caller.send(call);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
