package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.gateway.Fetched;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room();

    @Test
    void there_is_room_for_four_of_the_largest_files() {
        for (int i = 0; i < 4; i++) {
            assertThat(take(Fetched.MAX_BYTES)).isPresent();
        }

        assertThat(take(1)).isEmpty();
    }

    @Test
    void what_is_given_back_is_there_for_others() {
        Room.Taken all = take(Long.MAX_VALUE).orElseThrow();
        Optional<Room.Taken> meanwhile = take(1);

        all.close();

        assertThat(meanwhile).isEmpty();
        assertThat(take(4L * Fetched.MAX_BYTES)).isPresent();
    }

    private Optional<Room.Taken> take(long bytes) {
        return room.take(bytes, Duration.ZERO);
    }
}
