package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.ChannelName;
import congressbot.wire.message.ConversationId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeardTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");
    private static final ConversationId HIDDEN =
            new ConversationId(new ChannelName("gowa"), "5585911110000", "184467440737095@lid");

    private final TestQueue test = new TestQueue();
    private final ConversationQueue queue = test.queue;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void the_last_moment_is_kept_for_each_bridge() {
        queue.heardUntil("gowa", NOON);
        queue.heardUntil("wuzapi/norte", NOON.minusSeconds(9));

        assertThat(queue.heardUntil("gowa")).contains(NOON);
        assertThat(queue.heardUntil("wuzapi/norte")).contains(NOON.minusSeconds(9));
        assertThat(queue.heardUntil("gowa/sul")).isEmpty();
    }

    @Test
    void it_moves_forward_only() {
        queue.heardUntil("gowa", NOON);

        queue.heardUntil("gowa", NOON.minusSeconds(60));
        Instant after = queue.heardUntil("gowa").orElseThrow();
        queue.heardUntil("gowa", NOON.plusSeconds(1));

        assertThat(after).isEqualTo(NOON);
        assertThat(queue.heardUntil("gowa")).contains(NOON.plusSeconds(1));
    }

    @Test
    void it_is_forgotten_when_nothing_is_fetched_any_more() {
        queue.heardUntil("gowa", NOON);

        assertThat(Duration.ofMillis(test.redis.pttl("gateway:heard:gowa")))
                .isBetween(Duration.ofDays(9), ConversationQueue.HEARD_KEPT);
    }

    @Test
    void the_number_behind_a_hidden_id_is_remembered_for_a_week() {
        queue.rememberNumber(HIDDEN, "5585922223333@s.whatsapp.net");

        assertThat(queue.number(HIDDEN)).contains("5585922223333@s.whatsapp.net");
        assertThat(test.redis.ttl("jid:number:gowa:5585911110000:184467440737095@lid"))
                .isBetween(Duration.ofDays(6).toSeconds(), ConversationQueue.NUMBER_KEPT.toSeconds());
    }

    @Test
    void what_nobody_told_is_not_known() {
        assertThat(queue.number(HIDDEN)).isEmpty();
    }
}
