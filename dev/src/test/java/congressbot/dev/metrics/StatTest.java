package congressbot.dev.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What Linux tells.
class StatTest {
    @Test
    void the_time_of_a_process_is_read_behind_a_name_with_blanks_and_parentheses() {
        String line = "4711 (redis (1) x) S 1 4711 4711 0 -1 4194304 9 8 7 6 120 30 5 2 20 0 4 0 99 0 0\n";

        assertThat(ProcessStat.parse(line)).isEqualTo(new ProcessStat(Duration.ofMillis(1_500), Duration.ofMillis(70)));
    }

    @Test
    void threads_that_compile_are_known_by_their_names() {
        assertThat(ProcessStat.compiles("16871 (C2 CompilerThre) S 1")).isTrue();
        assertThat(ProcessStat.compiles("16872 (C1 CompilerThre) S 1")).isTrue();
        assertThat(ProcessStat.compiles("16873 (ForkJoinPool-1-) S 1")).isFalse();
    }

    @Test
    void memory_is_read_by_its_name() {
        String status = "Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  812 kB\nThreads:\t31\n";

        assertThat(ProcessStat.kib(status, "VmRSS")).isEqualTo(812);
        assertThatThrownBy(() -> ProcessStat.kib(status, "Pss")).hasMessageContaining("Pss");
    }

    @Test
    void idle_and_waiting_cores_are_not_busy() {
        String text = "cpu  100 20 30 4000 500 6 7 8 90 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n";

        assertThat(MachineStat.parse(text)).isEqualTo(new MachineStat(Duration.ofMillis(1_630), Duration.ofMillis(80)));
    }

    @Test
    void this_process_and_this_machine_can_be_read() throws IOException {
        long self = ProcessHandle.current().pid();

        assertThat(ProcessStat.read(self).own()).isPositive();
        assertThat(ProcessStat.cpuOfAll(self)).isPositive();
        assertThat(ProcessStat.cpuOfCompilers(self)).isPositive();
        assertThat(ProcessStat.residentKib(self)).isPositive();
        assertThat(ProcessStat.residentKibOfAll(self)).isPositive();
        assertThat(MachineStat.read().busy()).isPositive();
        assertThat(Machine.here().cores()).isPositive();
    }
}
