package congressbot.dev.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    private static final MetricsPage PAGE = new MetricsPage("""
            # HELP congressbot_worker_redis_round_trips_total
            # TYPE congressbot_worker_redis_round_trips_total counter
            congressbot_worker_redis_round_trips_total 12345.0
            congressbot_worker_messages_total 99.0
            """);

    @Test
    void a_counter_is_found_whatever_process_it_is_of() throws IOException {
        assertThat(PAGE.value("redis_round_trips_total")).isEqualTo(12_345);
    }

    @Test
    void a_counter_that_is_not_there_is_no_zero() {
        assertThatThrownBy(() -> PAGE.value("sends_total")).hasMessageContaining("sends_total");
    }
}
