package congressbot.dev.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    @Test
    void what_is_measured_runs_with_the_options_of_the_launcher() throws Exception {
        assertThat(Files.readString(Path.of("../congress-bot")).lines())
                .containsOnlyOnce("readonly jvm_options=\"" + String.join(" ", JvmOptions.OF_THE_LAUNCHER) + "\"");
    }
}
