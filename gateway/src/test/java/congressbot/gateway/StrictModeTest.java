package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrictModeTest {
    private static final String TEXT = Webhooks.message("3A", "\"body\":\"oi\"");

    private final FakeBot bot = new FakeBot();
    private final TestGateway test = new TestGateway(bot.uri());
    private final ConversationQueue queue = new ConversationQueue(test.redis, QueueLimits.defaults());

    @BeforeEach
    void aMarkerStands() {
        queue.stake("a");
        queue.plant("a");
    }

    @AfterEach
    void close() {
        test.close();
        bot.close();
    }

    @Test
    void a_message_is_stored_as_it_came_before_it_enters_the_queue() {
        List<Integer> queuedMeanwhile = new ArrayList<>();
        bot.meanwhile(() -> queuedMeanwhile.add(test.queued().size()));

        HttpResponse<String> answer = test.webhook(TEXT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(queuedMeanwhile).containsExactly(0);
        assertThat(bot.stored()).singleElement().satisfies(stored -> {
            assertThat(stored.body()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
            assertThat(stored.envelopes()).isEqualTo(test.queued());
        });
    }

    @Test
    void what_is_not_stored_is_to_come_again() {
        bot.answers(503);

        HttpResponse<String> answer = test.webhook(TEXT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(test.queued()).isEmpty();
    }

    @Test
    void when_too_much_is_waiting_nothing_is_stored() {
        test.redis.set("conv:waiting", "1000000");

        HttpResponse<String> answer = test.webhook(TEXT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(bot.stored()).isEmpty();
    }

    @Test
    void while_bot_api_is_down_messages_are_to_come_again() {
        bot.close();

        HttpResponse<String> answer = test.webhook(TEXT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(test.queued()).isEmpty();
        assertThat(test.get("/health").body()).contains("\"intake\":{\"status\":\"degraded\"");
    }

    @Test
    void after_a_wipe_nothing_newer_is_accepted_until_the_marker_stands() {
        test.redis.flushAll();

        HttpResponse<String> wiped = test.webhook(TEXT);
        queue.stake("b");
        HttpResponse<String> staked = test.webhook(TEXT);
        int queued = test.queued().size();
        queue.plant("b");
        HttpResponse<String> planted = test.webhook(TEXT);

        assertThat(wiped.statusCode()).isEqualTo(503);
        assertThat(staked.statusCode()).isEqualTo(503);
        assertThat(queued).isZero();
        assertThat(planted.statusCode()).isEqualTo(200);
        assertThat(test.queued()).hasSize(1);
    }

    @Test
    void the_largest_webhook_is_stored_whole() {
        String short_ = Webhooks.message("3A", "\"body\":\"\"");
        String body = Webhooks.message(
                "3A", "\"body\":\"" + "\u00e9".repeat((TestGateway.MAX_WEBHOOK - short_.length()) / 2) + "\"");

        assertThat(test.webhook(body).statusCode()).isEqualTo(200);
        assertThat(bot.stored())
                .singleElement()
                .satisfies(stored -> assertThat(stored.body())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(body));
    }

    @Test
    void receipts_need_no_store() {
        bot.answers(503);

        assertThat(test.webhook(Webhooks.recorded("v9.2-read")).statusCode()).isEqualTo(200);
        assertThat(bot.stored()).isEmpty();
    }
}
