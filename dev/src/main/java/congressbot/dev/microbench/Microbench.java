package congressbot.dev.microbench;

import congressbot.dev.process.JvmOptions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// `microbench [JMH options]`: runs the benchmarks of this package, or those that a pattern finds,
/// and prints what each takes and allocates. `-h` tells the options, `-l` the benchmarks; whatever is
/// asked for goes before what stands here.
public final class Microbench {
    private static final int WRONG_USE = 2;

    /// Time for the second compiler, and for a figure that is right to a tenth; whoever wants more
    /// says so.
    private static final TimeValue WARM_UP = TimeValue.milliseconds(1_200);

    private static final TimeValue ITERATION = TimeValue.milliseconds(300);
    private static final int ITERATIONS = 3;

    /// JMH looks at fields in a way that JDK 25 warns of.
    private static final String LOOKING = "--sun-misc-unsafe-memory-access=allow";

    private static final List<String> JVM_OPTIONS = Stream.concat(
                    JvmOptions.ofTheLauncher().stream(), Stream.of(LOOKING))
            .toList();

    private static final String BYTES = "gc.alloc.rate.norm";

    private Microbench() {}

    public static void main(String[] args) throws Exception {
        try {
            CommandLineOptions asked = new CommandLineOptions(args);
            if (onlyAsks(asked)) {
                Main.main(args);
            } else {
                System.out.println(table(run(asked)));
            }
        } catch (CommandLineOptionException | RunnerException e) {
            System.err.println("microbench: " + e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static boolean onlyAsks(CommandLineOptions asked) {
        return asked.shouldHelp()
                || asked.shouldList()
                || asked.shouldListWithParams()
                || asked.shouldListProfilers()
                || asked.shouldListResultFormats();
    }

    static Collection<RunResult> run(CommandLineOptions asked) throws RunnerException {
        return new Runner(options(asked)).run();
    }

    private static Options options(CommandLineOptions asked) {
        return new OptionsBuilder()
                .parent(asked)
                .mode(asked.getBenchModes().stream().findFirst().orElse(Mode.AverageTime))
                .timeUnit(asked.getTimeUnit().orElse(TimeUnit.MICROSECONDS))
                .forks(asked.getForkCount().orElse(1))
                .warmupIterations(asked.getWarmupIterations().orElse(1))
                .warmupTime(asked.getWarmupTime().orElse(WARM_UP))
                .measurementIterations(asked.getMeasurementIterations().orElse(ITERATIONS))
                .measurementTime(asked.getMeasurementTime().orElse(ITERATION))
                .jvmArgs(asked.getJvmArgs().orElse(JVM_OPTIONS).toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .build();
    }

    /// A line for each benchmark, as Markdown.
    static String table(Collection<RunResult> results) {
        return Stream.concat(
                        Stream.of("| Benchmark | Time | Bytes |", "|---|---:|---:|"),
                        results.stream().map(Microbench::row))
                .collect(Collectors.joining("\n", "\n", ""));
    }

    private static String row(RunResult run) {
        Result<?> time = run.getPrimaryResult();
        String bytes = Optional.ofNullable(run.getSecondaryResults().get(BYTES))
                .map(result -> String.format(Locale.ROOT, "%,.0f", result.getScore()))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "| %s | %,.2f %s | %s |",
                name(run.getParams()),
                time.getScore(),
                time.getScoreUnit(),
                bytes);
    }

    /// `Turn.think city` of `congressbot.dev.microbench.TurnBenchmark.think` with the parameter `city`.
    private static String name(BenchmarkParams params) {
        String method = params.getBenchmark().replaceFirst(".*\\.([A-Za-z]+)Benchmark\\.", "$1.");
        return Stream.concat(Stream.of(method), params.getParamsKeys().stream().map(params::getParam))
                .collect(Collectors.joining(" "));
    }
}
