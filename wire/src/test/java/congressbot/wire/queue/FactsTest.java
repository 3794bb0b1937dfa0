package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FactsTest {
    private final TestQueue test = new TestQueue();
    private final ConversationQueue queue = test.queue;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void facts_are_read_oldest_first_and_stay() {
        boolean recorded = queue.report("a");
        queue.report("b");
        queue.report("c");

        List<String> facts = queue.facts(2);

        assertThat(recorded).isTrue();
        assertThat(facts).containsExactly("a", "b");
        assertThat(queue.facts(2)).isEqualTo(facts);
    }

    @Test
    void nothing_happened_yet() {
        assertThat(queue.facts(10)).isEmpty();
    }

    @Test
    void zero_facts_are_not_all_of_them() {
        assertThatIllegalArgumentException().isThrownBy(() -> queue.facts(0));
    }

    @Test
    void stored_facts_are_removed() {
        queue.report("a");
        queue.report("b");
        queue.report("c");

        int removed = queue.drained(queue.facts(2));

        assertThat(removed).isEqualTo(2);
        assertThat(queue.facts(10)).containsExactly("c");
    }

    @Test
    void a_late_second_call_removes_nothing_that_nobody_has_read() {
        queue.report("a");
        queue.report("b");
        List<String> read = queue.facts(2);
        queue.drained(read);
        queue.report("c");

        int removed = queue.drained(read);

        assertThat(removed).isZero();
        assertThat(queue.facts(10)).containsExactly("c");
    }

    @Test
    void removing_stops_at_the_first_difference() {
        queue.report("a");
        queue.report("b");

        int removed = queue.drained(List.of("a", "x", "b"));

        assertThat(removed).isEqualTo(1);
        assertThat(queue.facts(10)).containsExactly("b");
    }

    @Test
    void removing_nothing_is_possible() {
        queue.report("a");

        int removed = queue.drained(List.of());

        assertThat(removed).isZero();
    }

    @Test
    void reports_that_nobody_reads_are_dropped_at_the_limit() {
        String[] unread =
                Collections.nCopies(ConversationQueue.MAX_UNREAD_REPORTS, "a").toArray(String[]::new);
        test.redis.rpush("gateway-events", unread);

        boolean recorded = queue.report("b");

        assertThat(recorded).isFalse();
        assertThat(test.redis.llen("gateway-events")).isEqualTo(ConversationQueue.MAX_UNREAD_REPORTS);
    }

    @Test
    void a_sent_reply_is_recorded_above_the_limit_of_reports() {
        String[] unread =
                Collections.nCopies(ConversationQueue.MAX_UNREAD_REPORTS, "a").toArray(String[]::new);
        test.redis.rpush("gateway-events", unread);

        boolean recorded = queue.sent("r:1", "3A5F", "b");

        assertThat(recorded).isTrue();
        assertThat(test.redis.lindex("gateway-events", -1)).isEqualTo("b");
    }
}
