package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.wire.testing.TestRedis;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The bridge has sent, and Redis goes away before it can be noted.
class UnrecordedSendTest {
    private static final String DONE = "{\"code\":\"SUCCESS\",\"results\":{\"message_id\":\"3EB0AA\"}}";

    private final TestRedis.Own server = TestRedis.own();
    private final TestGateway test = new TestGateway(server.uri(), server.client(), 20_000);

    @AfterEach
    void close() {
        test.close();
        server.close();
    }

    @Test
    void it_is_recorded_as_soon_as_redis_answers_and_not_sent_again() throws Exception {
        test.gowa.onSend(call -> {
            server.server().stop();
            FakeGowa.answer(call, 200, DONE);
        });

        HttpResponse<String> answer = test.send("r:1");
        int meanwhile = test.send("r:1").statusCode();
        server.server().start();
        HttpResponse<String> afterwards = await().atMost(Duration.ofSeconds(10))
                .until(() -> test.send("r:1"), again -> again.statusCode() != 409);

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(meanwhile).isEqualTo(409);
        assertThat(afterwards.statusCode()).isEqualTo(200);
        assertThat(afterwards.body()).contains("3EB0AA");
        assertThat(test.gowa.sends()).hasSize(1);
    }
}
