package congressbot.dev.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
    @Test
    void without_arguments_it_goes_on_with_the_model_of_the_environment() {
        assertThat(DemoOptions.parse(List.of())).contains(new DemoOptions(false, false));
    }

    @Test
    void the_options_come_in_any_order() {
        DemoOptions both = new DemoOptions(true, true);

        assertThat(DemoOptions.parse(List.of("--fresh", "--model", "fake"))).contains(both);
        assertThat(DemoOptions.parse(List.of("--model", "fake", "--fresh"))).contains(both);
        assertThat(DemoOptions.parse(List.of("--model", "fake"))).contains(new DemoOptions(false, true));
        assertThat(DemoOptions.parse(List.of("--fresh"))).contains(new DemoOptions(true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--frsh", "--model", "--model real", "--fresh --fresh", "fake"})
    void what_is_not_understood_is_refused(String arguments) {
        assertThat(DemoOptions.parse(List.of(arguments.split(" ")))).isEmpty();
    }
}
