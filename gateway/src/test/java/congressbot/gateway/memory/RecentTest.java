package congressbot.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void what_was_used_longest_ago_goes_first() {
        Recent<String, Integer> recent = new Recent<>(2);
        recent.put("a", 1);
        recent.put("b", 2);
        recent.get("a");

        recent.put("c", 3);

        assertThat(recent).containsOnlyKeys("a", "c");
    }
}
