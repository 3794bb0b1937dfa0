package congressbot.dev.demo;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.demo.DemoOptions.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
    @Test
    void without_arguments_it_goes_on_with_the_model_of_the_environment() {
        assertThat(DemoOptions.parse(List.of())).contains(new DemoOptions(false, false, Kind.GOWA));
    }

    @Test
    void the_options_come_in_any_order() {
        DemoOptions both = new DemoOptions(true, true, Kind.GOWA);

        assertThat(DemoOptions.parse(List.of("--fresh", "--model", "fake"))).contains(both);
        assertThat(DemoOptions.parse(List.of("--model", "fake", "--fresh"))).contains(both);
        assertThat(DemoOptions.parse(List.of("--model", "fake"))).contains(new DemoOptions(false, true, Kind.GOWA));
        assertThat(DemoOptions.parse(List.of("--fresh"))).contains(new DemoOptions(true, false, Kind.GOWA));
    }

    @Test
    void the_simulator_plays_the_bridge_that_is_named() {
        assertThat(DemoOptions.parse(List.of("--bridge", "wuzapi")))
                .contains(new DemoOptions(false, false, Kind.WUZAPI));
        assertThat(DemoOptions.parse(List.of("--bridge", "gowa", "--fresh")))
                .contains(new DemoOptions(true, false, Kind.GOWA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--frsh", "--model", "--model real", "--fresh --fresh", "fake", "--bridge", "--bridge waha"})
    void what_is_not_understood_is_refused(String arguments) {
        assertThat(DemoOptions.parse(List.of(arguments.split(" ")))).isEmpty();
    }
}
