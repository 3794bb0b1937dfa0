package congressbot.dev.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    @Test
    void what_is_measured_runs_with_the_options_of_the_launcher() throws Exception {
        assertThat(launcher("")).isEqualTo(JvmOptions.ofTheLauncher()).containsAll(JvmOptions.EVERYWHERE);
    }

    /// Of two options that contradict each other the JVM takes the last.
    @Test
    void what_a_person_adds_comes_last() throws Exception {
        assertThat(launcher("-Xmn20m -Xint")).startsWith("-XX:+UseSerialGC").endsWith("-Xmn20m", "-Xint");
    }

    private static List<String> launcher(String added) throws IOException {
        String ask = "source ../congress-bot help >/dev/null && find_options && printf '%s\\n' \"${options[@]}\"";
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true);
        bash.environment().put("JAVA_OPTS", added);
        try (BufferedReader told = bash.start().inputReader(StandardCharsets.UTF_8)) {
            return told.lines().toList();
        }
    }
}
