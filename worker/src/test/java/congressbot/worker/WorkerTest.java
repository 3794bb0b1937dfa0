package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.SendState;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the process shows of itself.
class WorkerTest {
    private static final String PHONE = "5562998765432";

    private final TestWorker test = new TestWorker();
    private final HttpCaller http = new HttpCaller(2);

    @AfterEach
    void close() {
        http.close();
        test.close();
    }

    @Test
    void a_worker_with_all_its_neighbours_is_healthy() {
        Worker worker = test.start();

        Exchange.Answered health = get(worker, "/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"healthy\"", "redis", "bot-api", "gateway");
    }

    @Test
    void without_the_gateway_it_is_degraded() {
        test.gateway.health = 503;
        Worker worker = test.start();

        Exchange.Answered health = get(worker, "/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"degraded\"");
    }

    @Test
    void without_bot_api_it_fails() {
        test.bot.health = 503;
        Worker worker = test.start();

        Exchange.Answered health = get(worker, "/health");

        assertThat(health.status()).isEqualTo(503);
    }

    @Test
    void without_redis_it_starts_and_fails() {
        test.redisUri = URI.create("redis://127.0.0.1:1");
        Worker worker = test.start();

        Exchange.Answered health = get(worker, "/health");

        assertThat(health.status()).isEqualTo(503);
        assertThat(health.body()).contains("\"redis\":{\"status\":\"error\"");
    }

    @Test
    void metrics_tell_turns_messages_and_what_waits() {
        Worker worker = test.start();
        test.enqueue("ana", "1");
        test.awaitFinished("1");

        Exchange.Answered metrics = get(worker, "/metrics");

        assertThat(metrics.body())
                .contains("congressbot_worker_turns_seconds_count{outcome=\"answered\"} 1")
                .contains("congressbot_worker_messages_total 1.0")
                .contains("congressbot_worker_in_flight 0.0")
                .contains("queue_waiting 0.0")
                .contains("queue_lag_seconds_count 1");
    }

    @Test
    void a_turn_is_one_log_line_with_what_an_operator_needs() {
        test.start();

        test.enqueue(PHONE + "@s.whatsapp.net", "1", "2");

        test.awaitFinished("1", "2");
        assertThat(test.log.turns())
                .singleElement()
                .asString()
                .contains("conversation=gowa:…:…5432", "outcome=answered", "consumed=2", "attempt=1", "ms=")
                .contains("delivery=sent", "requestId=r-1");
    }

    @Test
    void nothing_personal_is_logged_whatever_happens() {
        test.gateway.statuses.addAll(List.of(409, 504));
        test.bot.script = request -> FakeBot.ids(request).contains("bad")
                ? FakeBot.Reply.status(400)
                : FakeBot.answer(request, SendState.NOW);
        test.start();

        test.enqueue(PHONE, "1", "bad");
        test.enqueueRaw(Messages.unknownType(PHONE, "later"));

        test.awaitFinished("1", "bad", "later");
        assertThat(test.log.lines())
                .hasSizeGreaterThan(8)
                .noneMatch(line -> line.contains(PHONE) || line.contains("Maria") || line.contains("inscrever"));
    }

    private Exchange.Answered get(Worker worker, String path) {
        URI uri = URI.create("http://127.0.0.1:" + worker.port() + path);
        return (Exchange.Answered)
                http.send(Call.get(uri, Duration.ofSeconds(10)).internal(TestWorker.KEY));
    }
}
