package congressbot.gateway.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTest {
    @ParameterizedTest
    @ValueSource(strings = {"n", "norte", "norte2", "files", "profile", "abcdefghijklmnopqrst"})
    void a_name_begins_with_a_letter(String name) {
        Instance instance = Instance.parse("gowa:" + name);

        assertThat(instance.name()).contains(name);
        assertThat(instance.path()).isEqualTo("gowa/" + name);
    }

    /// Digits could be taken for the number of another bridge, and `GOWA_URL_FILE` means a file.
    @ParameterizedTest
    @ValueSource(strings = {"", "2", "5585911110000", "2norte", "file", "Norte", "sul-1", "abcdefghijklmnopqrstu"})
    void what_may_mean_something_else_is_no_name(String name) {
        assertThatThrownBy(() -> Instance.parse("gowa:" + name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_variables_carry_its_name() {
        assertThat(Instance.parse("gowa:norte").variable(Variable.GOWA_URL)).isEqualTo("GOWA_URL_NORTE");
        assertThat(Instance.parse("gowa").variable(Variable.GOWA_URL)).isEqualTo("GOWA_URL");
    }
}
