package congressbot.dev.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsOptionsTest {
    @Test
    void without_arguments_everything_is_tried_at_length() {
        FaultsOptions options = FaultsOptions.parse(List.of()).orElseThrow();

        assertThat(options.faults()).containsExactlyInAnyOrder(Fault.values());
        assertThat(options.messages()).isEqualTo(10_000);
    }

    @Test
    void faults_are_tried_in_the_order_in_which_they_are_named() {
        assertThat(FaultsOptions.parse(List.of("f6", "--short", "F1", "--seed", "7", "--workers", "4")))
                .contains(new FaultsOptions(List.of(Fault.REDIS_KILLED, Fault.WORKER_KILLED), 300, 7, 4));
    }

    @Test
    void a_number_names_all_parts_of_a_fault() {
        assertThat(FaultsOptions.parse(List.of("F7")).orElseThrow().faults())
                .containsExactly(Fault.REDIS_KILLED_UNSYNCED, Fault.REDIS_WIPED, Fault.REDIS_WIPED_STRICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F99", "--messages", "--messages 0", "--messages x", "--seed -1", "--long"})
    void what_is_not_understood_is_refused(String line) {
        assertThat(FaultsOptions.parse(List.of(line.split(" ")))).isEmpty();
    }
}
