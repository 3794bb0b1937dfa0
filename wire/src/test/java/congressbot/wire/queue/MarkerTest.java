package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarkerTest {
    private final TestQueue test = new TestQueue();
    private final ConversationQueue queue = test.queue;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_marker_that_stands_grows_with_every_look_of_anybody() {
        plant("a");

        assertThat(queue.look("a", 0)).isEqualTo(new Marker.Standing(2));
        assertThat(queue.look("a", 0)).isEqualTo(new Marker.Standing(3));
        assertThat(queue.look("a", 2)).isEqualTo(new Marker.Standing(4));
    }

    @Test
    void a_wiped_redis_has_none() {
        plant("a");
        test.redis.flushAll();

        assertThat(queue.look("a", 1)).isEqualTo(new Marker.Lost(Marker.Cause.WIPED));
    }

    @Test
    void somebody_elses_is_not_ours() {
        plant("a");

        assertThat(queue.look("b", 0)).isEqualTo(new Marker.Lost(Marker.Cause.FOREIGN));
    }

    @Test
    void one_that_went_back_tells_of_an_older_state_and_stays_as_it_is() {
        plant("a");

        assertThat(queue.look("a", 9)).isEqualTo(new Marker.Lost(Marker.Cause.ROLLED_BACK));
        assertThat(queue.look("a", 1)).isEqualTo(new Marker.Standing(2));
    }

    @Test
    void one_that_is_staked_does_not_stand_yet() {
        plant("a");

        queue.stake("b");

        assertThat(queue.look("b", 0)).isEqualTo(new Marker.Lost(Marker.Cause.WIPED));
        assertThat(queue.look("a", 0)).isEqualTo(new Marker.Lost(Marker.Cause.FOREIGN));
    }

    @Test
    void it_is_planted_only_where_it_was_staked() {
        queue.stake("a");
        test.redis.flushAll();

        assertThat(queue.plant("a")).isFalse();
        assertThat(queue.look("a", 0)).isEqualTo(new Marker.Lost(Marker.Cause.WIPED));
    }

    @Test
    void planting_it_again_does_not_turn_it_back() {
        plant("a");
        queue.look("a", 0);

        assertThat(queue.plant("a")).isTrue();
        assertThat(queue.look("a", 2)).isEqualTo(new Marker.Standing(3));
    }

    private void plant(String id) {
        queue.stake(id);
        assertThat(queue.plant(id)).isTrue();
    }
}
