package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.testing.TestRedis;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;

class RedisGoneTest {
    private static final String TEXT = Webhooks.message("3A", "\"body\":\"oi\"");

    private final TestRedis.Own server = TestRedis.own();
    private final TestGateway test = new TestGateway(server.uri(), server.client(), 20_000);

    @AfterEach
    void close() {
        test.close();
        server.close();
    }

    @Test
    void without_redis_a_webhook_is_to_come_again_and_nothing_is_sent() throws Exception {
        test.webhook(TEXT);
        server.server().stop();

        HttpResponse<String> webhook = test.webhook(TEXT);
        HttpResponse<String> unreadable = test.webhook("{}");
        HttpResponse<String> receipt = test.webhook(Webhooks.recorded("v9.2-read"));
        HttpResponse<String> send = test.send("r:1");

        assertThat(webhook.statusCode()).isEqualTo(503);
        assertThat(webhook.headers().firstValue("Retry-After")).contains("2");
        assertThat(unreadable.statusCode()).isEqualTo(503);
        assertThat(receipt.statusCode()).isEqualTo(503);
        assertThat(send.statusCode()).isEqualTo(503);
        assertThat(test.gowa.sends()).isEmpty();
        assertThat(test.get("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void when_redis_is_back_the_first_webhook_is_accepted() throws Exception {
        test.webhook(TEXT);
        server.server().stop();
        assertThat(test.webhook(TEXT).statusCode()).isEqualTo(503);
        server.server().start();

        HttpResponse<String> answer = test.webhook(TEXT);

        assertThat(answer.statusCode()).isEqualTo(200);
        try (UnifiedJedis fresh = server.client()) {
            assertThat(fresh.llen("whatsapp-messages")).isEqualTo(1);
        }
    }

    @Test
    void a_redis_that_hangs_is_waited_for_a_second() {
        test.webhook(TEXT);
        test.redis.executeCommand(
                new CommandArguments(Protocol.Command.CLIENT).add("PAUSE").add("20000"));

        HttpResponse<String> answer = test.webhook(TEXT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("the queue does not answer");
        // A connection may have to be opened, too. The machine may be slow once, not always.
        await().atMost(Duration.ofSeconds(15))
                .until(() -> took(() -> test.webhook(TEXT)), time -> time.compareTo(Duration.ofMillis(1_900)) < 0);
    }

    private static Duration took(Supplier<?> call) {
        long start = System.nanoTime();
        assertThat(call.get()).isNotNull();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
