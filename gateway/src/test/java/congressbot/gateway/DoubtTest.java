package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An earlier try may have reached the person: the gateway looks before it sends again.
class DoubtTest {
    private static final SendResult DOUBT = new SendResult.Unknown("no answer");

    private final SendingGateway test = new SendingGateway();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_first_try_looks_for_nothing() {
        test.send("r:1");

        assertThat(test.bridge.searches()).isEmpty();
    }

    @Test
    void what_is_found_was_sent_and_is_recorded() {
        doubtful("r:1");
        test.bridge.onSearch(new Search.Found(new SendResult.Sent("3EB0F0")));

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("3EB0F0");
        assertThat(test.bridge.sends()).hasSize(1);
        assertThat(test.redis.get("sent:r:1")).isEqualTo("sent:3EB0F0");
        assertThat(test.redis.exists("tried:r:1")).isFalse();
        assertThat(test.facts("Sent")).hasSize(1).first().asString().contains("\"key\":\"r:1\"", "3EB0F0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_not_found_is_sent(boolean known) {
        doubtful("r:1");
        test.bridge.onSearch(known ? new Search.Absent() : new Search.Unknowable());
        test.bridge.onSend(new SendResult.Sent("W2"));

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(test.bridge.sends()).hasSize(2);
        assertThat(test.redis.exists("tried:r:1")).isFalse();
    }

    @Test
    void what_can_be_found_later_only_is_not_sent_and_looked_for_again() {
        doubtful("r:1");
        String mark = test.redis.get("tried:r:1");
        test.bridge.onSearch(new Search.NotYet("an earlier try may still be at work"));

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(test.bridge.sends()).hasSize(1);
        assertThat(test.redis.exists("sent:r:1")).isFalse();
        assertThat(test.redis.get("tried:r:1")).isEqualTo(mark);
        test.bridge.onSearch(new Search.Found(new SendResult.Sent("3EB0F0")));
        assertThat(test.send("r:1").body()).contains("3EB0F0");
    }

    @Test
    void the_bridge_is_asked_from_shortly_before_the_first_try_on() {
        Instant first = Instant.now();
        doubtful("r:1");
        test.send("r:1");
        test.endReservation("r:1");

        test.send("r:1");

        assertThat(test.bridge.searches())
                .hasSize(2)
                .allSatisfy(since -> assertThat(since).isCloseTo(first.minusSeconds(2), within(1, ChronoUnit.SECONDS)));
    }

    @Test
    void a_try_of_a_gateway_that_died_is_looked_for_too() {
        test.redis.set("tried:r:1", "1763640000123:of-another");
        test.bridge.onSearch(new Search.Found(new SendResult.Sent("3EB0F0")));

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.body()).contains("3EB0F0");
        assertThat(test.bridge.searches())
                .containsExactly(Instant.ofEpochMilli(1_763_640_000_123L).minusSeconds(2));
        assertThat(test.bridge.sends()).isEmpty();
    }

    @Test
    void a_doubt_outlives_a_try_that_sent_nothing() {
        doubtful("r:1");
        test.bridge.onSend(new SendResult.TryLater("not connected", Duration.ofSeconds(5)));
        test.send("r:1");
        test.bridge.onSearch(new Search.Found(new SendResult.Sent("3EB0F0")));

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.body()).contains("3EB0F0");
    }

    @Test
    void what_was_certainly_not_sent_leaves_no_doubt() {
        test.bridge.onSend(new SendResult.TryLater("not connected", Duration.ofSeconds(5)));
        test.send("r:1");

        test.send("r:1");

        assertThat(test.bridge.searches()).isEmpty();
        assertThat(test.bridge.sends()).hasSize(2);
    }

    @Test
    void while_one_looks_the_key_stays_its_own() throws Exception {
        doubtful("r:1");
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch found = new CountDownLatch(1);
        test.bridge.onSearch(_ -> {
            looking.countDown();
            wait(found);
            return new Search.Found(new SendResult.Sent("3EB0F0"));
        });
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> test.send("r:1"));
        looking.await();

        Duration outlived = TestGateway.TIMES.reservation().plus(TestGateway.TIMES.reservation());
        await().during(outlived).atMost(outlived.plusSeconds(2)).until(() -> test.redis.exists("sent:r:1"));
        int other = test.send("r:1").statusCode();
        found.countDown();

        assertThat(other).isEqualTo(409);
        assertThat(first.get().statusCode()).isEqualTo(200);
    }

    @Test
    void who_lost_the_key_while_looking_sends_nothing() {
        doubtful("r:1");
        test.bridge.onSearch(_ -> {
            test.redis.set("sent:r:1", "inflight:of-another");
            return new Search.Absent();
        });

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(test.bridge.sends()).hasSize(1);
    }

    @Test
    void who_looked_while_another_sent_tells_what_the_other_did() {
        doubtful("r:1");
        test.bridge.onSearch(_ -> {
            test.redis.set("sent:r:1", "sent:3EB0AA");
            return new Search.Absent();
        });

        HttpResponse<String> answer = test.send("r:1");

        assertThat(answer.body()).contains("3EB0AA");
        assertThat(test.bridge.sends()).hasSize(1);
    }

    @Test
    void a_slow_look_alone_does_not_make_the_key_stale() {
        doubtful("r:1");
        test.bridge.onSearch(_ -> {
            test.stall(TestGateway.TIMES.stale().plusSeconds(1));
            return new Search.Absent();
        });
        test.bridge.onSend(new SendResult.Sent("W2"));

        assertThat(test.send("r:1").statusCode()).isEqualTo(200);
    }

    /// A send of which nobody knows how it ended, and whose reservation is over.
    private void doubtful(String key) {
        test.bridge.onSend(DOUBT);
        assertThat(test.send(key).statusCode()).isEqualTo(504);
        test.endReservation(key);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
