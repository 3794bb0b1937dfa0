package congressbot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UniqueIdTest {
    private static final int MANY = 10_000;

    @Test
    void no_two_are_the_same_whichever_thread_asks() {
        assertThat(Stream.generate(UniqueId::next).parallel().limit(MANY).distinct())
                .hasSize(MANY);
    }

    @Test
    void it_is_short_and_plain() {
        assertThat(UniqueId.next()).matches("[0-9a-f]{32}-[0-9a-z]{1,13}");
    }
}
