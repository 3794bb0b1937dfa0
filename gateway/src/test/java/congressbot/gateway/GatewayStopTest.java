package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GatewayStopTest {
    @Test
    void a_send_in_flight_ends_and_is_recorded_before_the_gateway_stops() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (TestGateway test = new TestGateway()) {
            test.gowa.onSend(call -> {
                open.await();
                FakeGowa.answer(call, 200, "{\"code\":\"SUCCESS\",\"results\":{\"message_id\":\"3EB0AA\"}}");
            });
            CompletableFuture<HttpResponse<String>> send = CompletableFuture.supplyAsync(() -> test.send("r:1"));
            await().until(() -> test.gowa.sends().size() == 1);

            CompletableFuture<Void> stop = CompletableFuture.runAsync(test.gateway::close);
            await().until(test::refusesCalls);
            open.countDown();

            assertThat(send.get().statusCode()).isEqualTo(200);
            assertThat(stop).succeedsWithin(Duration.ofSeconds(10));
            assertThat(test.redis.get("sent:r:1")).isEqualTo("sent:3EB0AA");
        }
    }
}
