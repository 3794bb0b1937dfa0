package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.wire.Json;
import congressbot.wire.gateway.SendAnswer;
import congressbot.wire.http.Headers;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest {
    private static final String DONE =
            "{\"code\":\"SUCCESS\",\"message\":\"\",\"results\":{\"message_id\":\"3EB0AA\"}}";

    private final TestGateway test = new TestGateway();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_message_goes_to_the_bridge_in_its_words() {
        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Json.write(new SendAnswer(FakeGowa.SENT)));
        assertThat(test.gowa.sends())
                .containsExactly(new FakeGowa.Send(
                        "{\"phone\":\"5585922223333@s.whatsapp.net\",\"message\":\"olá\"}",
                        Optional.of("Basic Ym90OnNlbmhh"),
                        Optional.of("congresso")));
        assertThat(test.redis.get("sent:r:1")).isEqualTo("sent:" + FakeGowa.SENT);
        assertThat(test.facts("Sent")).hasSize(1).first().asString().contains("\"key\":\"r:1\"", FakeGowa.SENT);
    }

    @Test
    void the_same_key_is_sent_once() {
        test.send("r:1");

        HttpResponse<String> again = test.send("r:1");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains(FakeGowa.SENT);
        assertThat(test.gowa.sends()).hasSize(1);
        assertThat(test.facts("Sent")).hasSize(1);
    }

    @Test
    void of_many_at_once_one_is_sent_and_the_others_are_told_so() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        test.gowa.onSend(call -> {
            open.await();
            FakeGowa.answer(call, 200, DONE);
        });
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> test.send("r:1"));
        await().until(() -> test.gowa.sends().size() == 1);

        List<Integer> others =
                Stream.generate(() -> test.send("r:1").statusCode()).limit(8).toList();
        open.countDown();

        assertThat(others).containsOnly(409);
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(test.gowa.sends()).hasSize(1);
    }

    @Test
    void what_another_process_is_sending_is_in_flight() {
        test.redis.set("sent:r:1", "inflight:of-another");

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(test.gowa.sends()).isEmpty();
    }

    @Test
    void a_reservation_lives_as_long_as_the_bridge_works() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        test.gowa.onSend(call -> {
            open.await();
            FakeGowa.answer(call, 200, DONE);
        });
        CompletableFuture<HttpResponse<String>> send = CompletableFuture.supplyAsync(() -> test.send("r:1"));
        await().until(() -> test.gowa.sends().size() == 1);

        Duration outlived = TestGateway.TIMES.reservation().plus(TestGateway.TIMES.reservation());
        await().during(outlived).atMost(outlived.plusSeconds(2)).until(() -> test.redis.exists("sent:r:1"));
        open.countDown();

        assertThat(send.get().statusCode()).isEqualTo(200);
    }

    @Test
    void a_process_that_was_paused_before_the_send_does_not_trust_its_reservation() {
        long stale = TestGateway.TIMES.stale().plusSeconds(1).toNanos();
        test.pauseAfterNextLook(stale);

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(test.gowa.sends()).isEmpty();
        assertThat(test.send("r:1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // bridge: status, code, text | ours: status, Retry-After
                "400 | VALIDATION_ERROR | phone: cannot be blank. | 422 |",
                "400 | BAD_REQUEST | body | 422 |",
                "400 | INVALID_JID | Phone 5585922223333 is not on whatsapp | 503 | 60",
                "400 | DEVICE_ID_REQUIRED | device | 503 | 60",
                "400 | ALREADY_LOGGED_IN | in | 503 | 60",
                "404 | DEVICE_NOT_FOUND | device | 503 | 60",
                "404 | NOT_FOUND | nothing | 503 | 60",
                "401 | AUTHENTICATION_ERROR | not connected | 503 | 5",
                "429 | WA_REACHOUT_TIMELOCK | error 463 | 503 | 900",
                "429 | SLOW_DOWN | slow | 503 | 60",
                "408 | CONTEXT_ERROR | context | 503 | 5",
                "413 | TOO_LARGE | body | 422 |",
                "500 | INVALID_WA_CLI | no client | 503 | 60",
                "500 | UPLOAD_MEDIA_ERROR | upload | 503 | 5",
                "500 | QR_CHANNEL_ERROR | qr | 503 | 5",
                "500 | SESSION_SAVED_ERROR | session | 503 | 5",
                "500 | WEBHOOK_ERROR | webhook | 503 | 5",
                "500 | INTERNAL_SERVER_ERROR | server returned error 479 | 503 | 60",
                "500 | INTERNAL_SERVER_ERROR | server returned error 463 | 503 | 900",
                "500 | INTERNAL_SERVER_ERROR | no LID found for 5585922223333@s.whatsapp.net from server | 503 | 60",
                "500 | INTERNAL_SERVER_ERROR | failed to send: websocket not connected, EOF | 504 |",
                "500 | INTERNAL_SERVER_ERROR | context deadline exceeded | 504 |",
                "502 | BAD_GATEWAY | proxy | 504 |",
                "503 | DEVICE_MANAGER_UNAVAILABLE | starting | 503 | 5",
                "504 | GATEWAY_TIMEOUT | deadline | 504 |",
                "301 | MOVED | elsewhere | 503 | 60",
                "403 | FORBIDDEN | proxy | 503 | 60",
                "202 | SUCCESS | queued | 504 |",
                "200 | ERROR | not in its words | 504 |",
            })
    void every_answer_of_the_bridge_has_its_consequence(
            int status, String code, String text, int ours, String retryAfter) {
        test.gowa.onSend(status, "{\"code\":\"" + code + "\",\"message\":\"" + text + "\"}");

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(ours);
        assertThat(answer.headers().firstValue("Retry-After")).isEqualTo(Optional.ofNullable(retryAfter));
        assertThat(answer.body()).doesNotContain("5585922223333");
        assertThat(test.redis.exists("sent:r:1")).isEqualTo(ours == 504);
        assertThat(test.facts("Failed")).hasSize(ours == 422 ? 1 : 0);
        assertThat(test.facts("Sent")).isEmpty();
    }

    @Test
    void wrong_credentials_are_told_apart_from_a_lost_connection() {
        test.gowa.onSend(
                call -> call.status(401).header("WWW-Authenticate", "Basic").result("Unauthorized"));

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.body()).contains("GOWA_BASIC_AUTH");
    }

    @Test
    void what_was_certainly_not_sent_may_be_sent_at_once() {
        test.gowa.onSend(503, "{\"code\":\"DEVICE_MANAGER_UNAVAILABLE\"}");
        test.send("r:1");
        test.gowa.onSend(200, DONE);

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("3EB0AA");
    }

    @Test
    void what_may_have_been_sent_is_not_sent_again_before_its_reservation_ends() {
        test.gowa.onSend(504, "{\"code\":\"GATEWAY_TIMEOUT\"}");
        test.send("r:1");
        test.gowa.onSend(200, DONE);

        int atOnce = test.send("r:1").statusCode();
        HttpResponse<String> later = await().atMost(Duration.ofSeconds(10))
                .until(() -> test.send("r:1"), answer -> answer.statusCode() != 409);

        assertThat(atOnce).isEqualTo(409);
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void a_bridge_that_is_not_there_got_nothing() {
        test.gowa.close();

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(test.redis.exists("sent:r:1")).isFalse();
    }

    @Test
    void a_bridge_that_does_not_answer_may_have_sent() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        test.gowa.onSend(_ -> never.await());

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(test.redis.exists("sent:r:1")).isTrue();
        never.countDown();
    }

    @Test
    void success_without_an_id_is_success() {
        test.gowa.onSend(200, "{\"code\":\"SUCCESS\",\"message\":\"sent\"}");

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"messageId\":\"unknown:r:1\"}");
        assertThat(test.send("r:1").body()).isEqualTo("{\"messageId\":\"unknown:r:1\"}");
        assertThat(test.gowa.sends()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void a_key_has_1_to_200_characters(int length) {
        HttpResponse<String> answer = test.send("k".repeat(length));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "ação"})
    void a_key_is_printable(String key) {
        assertThat(SendEndpoint.isKey(key)).isFalse();
    }

    @Test
    void a_key_is_required() {
        HttpResponse<String> answer =
                test.exchange(test.post("/send-text", BodyPublishers.ofString(Json.write(TestGateway.outgoing("olá"))))
                        .header(Headers.API_KEY, TestGateway.KEY.reveal()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(test.gowa.sends()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"replyTo\":\"a\"}", "no json"})
    void a_body_that_is_no_message_is_refused(String body) {
        assertThat(test.send("r:1", body).statusCode()).isEqualTo(400);
        assertThat(test.gowa.sends()).isEmpty();
    }

    @Test
    void a_stranger_sends_nothing() {
        HttpResponse<String> answer =
                test.exchange(test.post("/send-text", BodyPublishers.ofString(Json.write(TestGateway.outgoing("olá"))))
                        .header(Headers.API_KEY, "wrong")
                        .header(Headers.IDEMPOTENCY_KEY, "r:1"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(test.gowa.sends()).isEmpty();
    }

    @Test
    void a_channel_that_is_not_here_is_refused() {
        String body = Json.write(TestGateway.outgoing("olá")).replace("\"gowa\"", "\"meta\"");

        HttpResponse<String> answer = test.send("r:1", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(test.facts("Failed")).hasSize(1);
        assertThat(test.gowa.sends()).isEmpty();
    }

    @Test
    void the_metrics_tell_what_became_of_sends() {
        test.send("r:1");
        test.gowa.onSend(504, "");
        test.send("r:2");

        assertThat(test.get("/metrics").body())
                .contains(
                        "congressbot_gateway_sends_total{result=\"sent\"} 1.0",
                        "congressbot_gateway_sends_total{result=\"unknown\"} 1.0",
                        "congressbot_gateway_send_duration_seconds_count 2");
    }
}
