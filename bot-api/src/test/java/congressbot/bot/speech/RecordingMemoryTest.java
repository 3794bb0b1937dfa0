package congressbot.bot.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingMemoryTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private final RecordingMemory memory = new RecordingMemory(60);

    @Test
    void the_largest_recording_finds_room_alone() {
        assertThat(memory.take(Recording.MAX_BYTES, Duration.ZERO)).isTrue();
        assertThat(memory.take(Recording.MAX_BYTES, Duration.ZERO)).isFalse();

        memory.giveBack(Recording.MAX_BYTES);

        assertThat(memory.take(Recording.MAX_BYTES, Duration.ZERO)).isTrue();
    }

    @Test
    void short_ones_are_many_and_still_not_endless() {
        for (int i = 0; i < 30; i++) {
            assertThat(memory.take(100_000, Duration.ZERO)).isTrue();
        }
        assertThat(memory.take(0, Duration.ZERO)).isFalse();
    }

    @Test
    void each_is_counted_twice() {
        assertThat(memory.take(10 * MEBIBYTE, Duration.ZERO)).isTrue();
        assertThat(memory.take(18 * MEBIBYTE, Duration.ZERO)).isTrue();
        assertThat(memory.take(1, Duration.ZERO)).isFalse();
    }
}
