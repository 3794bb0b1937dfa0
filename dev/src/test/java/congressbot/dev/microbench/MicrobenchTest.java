package congressbot.dev.microbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/// That the benchmarks run. How fast is printed by the command and judged by nobody here.
class MicrobenchTest {
    private static final int BENCHMARKS = 15;

    /// Two benches beside each other would spoil each other's figures; tests have none.
    @BeforeAll
    static void letOthersRun() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void every_benchmark_runs_once_and_has_its_row() throws Exception {
        CommandLineOptions once = new CommandLineOptions(
                "-f",
                "0",
                "-wi",
                "0",
                "-i",
                "1",
                "-bm",
                "ss",
                "-foe",
                "true",
                "-v",
                "SILENT",
                "-p",
                "turn=everything",
                "-p",
                "field=CITY",
                "-p",
                "type=State");

        Collection<RunResult> results = Microbench.run(once);

        assertThat(results).hasSize(BENCHMARKS);
        assertThat(Microbench.table(results).lines().filter(line -> line.matches("\\| \\S.* us/op \\| [0-9,]+ \\|")))
                .hasSize(BENCHMARKS);
    }

    @Test
    void every_turn_of_the_file_is_measured() throws Exception {
        Param turns = TurnBenchmark.class.getField("turn").getAnnotation(Param.class);

        assertThat(turns.value()).containsExactlyElementsOf(new Turns(new Mind()).names());
    }

    @Test
    void what_people_type_is_there_for_every_field() throws Exception {
        RecogniserBenchmark benchmark = new RecogniserBenchmark();

        for (String field : RecogniserBenchmark.class
                .getField("field")
                .getAnnotation(Param.class)
                .value()) {
            benchmark.field = field;
            assertThat(benchmark.read()).isNotNull();
        }
    }
}
