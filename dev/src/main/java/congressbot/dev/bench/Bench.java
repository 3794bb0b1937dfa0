package congressbot.dev.bench;

import congressbot.dev.house.Crew;
import congressbot.dev.metrics.Machine;
import congressbot.dev.metrics.ProcessStat;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Program;
import congressbot.dev.rehearsal.Rehearsal;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `bench`: many people register at once over WhatsApp, with real stores and the processes as they
/// are packaged. Prints what it measured: one crowd, or with `--all` everything there is to know.
/// Exit status 1 when a reply or a registration is missing, or one too many; the figures themselves
/// are never judged.
public final class Bench {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int SHOWN_PROBLEMS = 20;

    private final Ground ground;
    private final Opened opened;

    /// @param opened to be closed by the caller, whatever happens
    Bench(Ground ground, Opened opened) {
        this.ground = ground;
        this.opened = opened;
    }

    public static void main(String[] arguments) {
        Optional<BenchOptions> options = BenchOptions.parse(List.of(arguments));
        if (options.isEmpty()) {
            System.err.println("bench: usage: " + BenchOptions.USAGE);
            System.exit(WRONG_USE);
        }
        if (!ProcessStat.available()) {
            System.err.println("bench: it reads the costs of processes from /proc, which this system does not have");
            System.exit(FAILED);
        }
        Launch.quietly(
                "bench",
                env -> env.path(Variable.DATA_DIR, ".data"),
                dataDir -> System.exit(run(dataDir.resolve("bench"), options.orElseThrow())));
    }

    /// The parts are closed when the process ends, by itself or by Ctrl-C.
    private static int run(Path folder, BenchOptions options) throws Exception {
        Opened opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close"));
        Ground ground = Ground.of(Path.of("").toAbsolutePath(), folder.toAbsolutePath());
        try {
            new Bench(ground, opened).print(options, System.out);
            return 0;
        } catch (BrokenRun e) {
            if (!opened.closed()) {
                complain(e.problems());
            }
            return FAILED;
        } catch (IOException | SQLException | IllegalStateException e) {
            if (opened.closed()) { // what it measured was taken away
                return FAILED;
            }
            throw e;
        }
    }

    private static void complain(List<String> problems) {
        System.err.println("bench: BROKEN, " + problems.size() + " problems; no figures");
        problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> System.err.println("bench: " + problem));
    }

    private void print(BenchOptions options, PrintStream out) throws Exception {
        switch (options) {
            case BenchOptions.One one -> {
                Load load = Scale.NORMAL.load(one.concurrency());
                out.println(measure(load, one.aof(), ground.crew(one.workers(), one.bots()))
                        .text());
            }
            case BenchOptions.All(boolean large) -> {
                List<Program> without = Rehearsal.ensure(
                        ground.project(), ground.folder().resolveSibling("rehearsal"), ground.jvmOptions(), opened);
                if (!without.isEmpty()) {
                    throw new BrokenRun(List.of("no archive was left by " + without));
                }
                new Survey(ground, Scale.NORMAL, out, opened).print(large);
            }
        }
    }

    /// One crowd in a house of its own.
    Report measure(Load load, AppendSync aof, Crew crew)
            throws IOException, SQLException, InterruptedException, BrokenRun {
        try (Stage stage = Stage.open(ground, crew, aof, opened)) {
            stage.warmUp(load.warmUp(), load.concurrency());
            Measurement measured = stage.measure(load.registrations(), load.concurrency());
            stage.check();
            return new Report(
                    LocalDate.now(ZoneOffset.UTC),
                    Machine.here(),
                    load,
                    aof.name().toLowerCase(Locale.ROOT),
                    crew,
                    measured);
        }
    }
}
