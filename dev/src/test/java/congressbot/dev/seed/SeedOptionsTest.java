package congressbot.dev.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedOptionsTest {
    @Test
    void everything_can_be_chosen() {
        List<String> arguments =
                List.of("--participants", "100000", "--events", "10000000", "--seed", "7", "--into-existing");

        assertThat(SeedOptions.parse(arguments)).contains(new SeedOptions(100_000, 10_000_000, 7, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--participants", "--participants 0", "--events -1", "--events 999999999999", "--other", "5"})
    void what_makes_no_sense_is_refused(String arguments) {
        assertThat(SeedOptions.parse(List.of(arguments.split(" ", -1)))).isEmpty();
    }
}
