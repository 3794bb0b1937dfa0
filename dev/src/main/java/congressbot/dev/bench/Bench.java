package congressbot.dev.bench;

import congressbot.dev.bench.Crowd.Visit;
import congressbot.dev.house.Crew;
import congressbot.dev.house.House;
import congressbot.dev.house.Site;
import congressbot.dev.house.Wires;
import congressbot.dev.metrics.Machine;
import congressbot.dev.metrics.ProcessStat;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `bench [--concurrency N] [--aof always|everysec] [--workers N]`: many people register at once over WhatsApp, with
/// real
/// stores and the processes as they are packaged. Prints what it measured. Exit status 1 when a reply or a registration
/// is
/// missing, or one too many.
public final class Bench {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int SHOWN_PROBLEMS = 20;

    /// As the launcher's.
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx256m", "-Dfile.encoding=UTF-8");

    private final Path project;
    private final Path folder;
    private final AppendSync aof;
    private final Crew crew;
    private final Opened opened;

    /// @param project the folder of the launcher
    /// @param folder emptied first
    /// @param workers and a bot-api for every two of them
    /// @param opened to be closed by the caller, whatever happens
    Bench(Path project, Path folder, AppendSync aof, int workers, Opened opened) {
        this.project = project;
        this.folder = folder;
        this.aof = aof;
        this.crew = Crew.of(jvmOptions(), workers);
        this.opened = opened;
    }

    /// How a run ended.
    sealed interface Result {
        record Complete(Report report) implements Result {}

        /// Something is missing, or too much: the figures would say nothing.
        record Broken(List<String> problems) implements Result {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
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
        Launch.once(
                "bench",
                env -> env.path(Variable.DATA_DIR, ".data"),
                dataDir -> System.exit(run(dataDir.resolve("bench"), options.orElseThrow())));
    }

    /// The parts are closed when the process ends, by itself or by Ctrl-C.
    private static int run(Path folder, BenchOptions options) throws IOException, SQLException, InterruptedException {
        Opened opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close"));
        Bench bench = new Bench(
                Path.of("").toAbsolutePath(), folder.toAbsolutePath(), options.aof(), options.workers(), opened);
        try {
            return tell(bench.measure(Load.normal(options.concurrency())), opened);
        } catch (IOException | SQLException | IllegalStateException e) {
            if (opened.closed()) { // what it measured was taken away
                return FAILED;
            }
            throw e;
        }
    }

    /// The exit status.
    private static int tell(Result result, Opened opened) {
        return switch (result) {
            case Result.Complete(Report report) -> {
                System.out.println(report.text());
                yield 0;
            }
            case Result.Broken(List<String> problems) -> {
                if (!opened.closed()) {
                    complain(problems);
                }
                yield FAILED;
            }
        };
    }

    private static void complain(List<String> problems) {
        System.err.println("bench: BROKEN, " + problems.size() + " problems; no figures");
        problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> System.err.println("bench: " + problem));
    }

    Result measure(Load load) throws IOException, SQLException, InterruptedException {
        Chats chats = new Chats();
        House house = House.open(
                new Site(project, folder, crew, Site.Redis.alone(aof), Wires.straight()), opened, chats::arrived);
        Crowd crowd = new Crowd(house.bridge(), house.gateway(), chats);
        try (Connection database = house.database()) {
            Census census = new Census(database);
            List<String> problems = new ArrayList<>();
            problems.addAll(crowd.visit(0, load.warmUp(), load.concurrency()).problems());
            settle(census, problems);
            Reading before = Reading.of(house, database);
            Visit visit = crowd.visit(load.warmUp(), load.registrations(), load.concurrency());
            problems.addAll(visit.problems());
            settle(census, problems);
            Reading spent = Reading.of(house, database).since(before);
            problems.addAll(census.problems(load.warmUp() + load.registrations()));
            chats.withMoreThanExpected().forEach(phone -> problems.add("more than one reply to a message: " + phone));
            return problems.isEmpty()
                    ? new Result.Complete(
                            report(load, new Measurement(visit.timings(), visit.took(), spent, memory(house))))
                    : new Result.Broken(problems);
        }
    }

    private Report report(Load load, Measurement measured) throws IOException {
        return new Report(
                LocalDate.now(ZoneOffset.UTC),
                Machine.here(),
                load,
                aof.name().toLowerCase(Locale.ROOT),
                crew,
                measured);
    }

    private static void settle(Census census, List<String> problems) throws IOException {
        if (problems.isEmpty() && !census.settled()) {
            problems.add("a minute later there are still replies or mails to be sent");
        }
    }

    private static Map<Part, Long> memory(House house) throws IOException {
        Map<Part, Long> kib = new EnumMap<>(Part.class);
        for (ChildProcess process : house.processes()) {
            kib.merge(Part.of(process.program()), ProcessStat.residentKib(process.pid()), Long::sum);
        }
        kib.put(Part.POSTGRESQL, ProcessStat.residentKibOfAll(house.postgres().pid()));
        kib.put(Part.REDIS, ProcessStat.residentKibOfAll(house.redis().pid()));
        kib.put(Part.BENCH, ProcessStat.residentKib(ProcessHandle.current().pid()));
        return kib;
    }

    /// With those that the person at the terminal adds.
    private static List<String> jvmOptions() {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        String more = Optional.ofNullable(System.getenv("JAVA_OPTS")).orElse("").strip();
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split("\\s+")));
        }
        return options;
    }
}
