package congressbot.dev.faults;

import congressbot.dev.house.Crew;
import congressbot.dev.house.House;
import congressbot.dev.house.Site;
import congressbot.dev.house.Wires;
import congressbot.dev.mail.FakeMailServer;
import congressbot.dev.process.Opened;
import congressbot.dev.sabotage.Sabotage;
import congressbot.dev.stores.StorePair;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// `faults [--messages N] [--seed S] [--workers N] [--short] [FAULT ...]`: breaks the whole house in every known way
/// while people write, and looks for every message afterwards. Exit status 1 when one is lost, took effect twice or out
/// of order, or was not answered.
public final class Faults {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    /// As the launcher's.
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Dfile.encoding=UTF-8");

    private static final int REDIS_DISK_MB = 64;
    private static final int POSTGRES_DISK_MB = 256;

    private final Path project;
    private final Path folder;

    /// @param project the folder of the launcher
    /// @param folder emptied first
    Faults(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        Optional<FaultsOptions> options = FaultsOptions.parse(List.of(arguments));
        if (options.isEmpty()) {
            System.err.println("faults: usage: " + FaultsOptions.USAGE);
            System.exit(WRONG_USE);
        }
        Launch.once(
                "faults",
                env -> env.path(Variable.DATA_DIR, ".data"),
                dataDir -> System.exit(run(dataDir.resolve("faults"), options.orElseThrow())));
    }

    private static int run(Path folder, FaultsOptions options) throws IOException, SQLException, InterruptedException {
        System.out.println("seed " + options.seed() + ", workers " + options.workers());
        System.out.println(Verdict.HEADER);
        List<Plan> plans = options.faults().stream()
                .map(fault -> Plan.of(fault, options.messages(), options.seed()))
                .toList();
        List<Verdict> verdicts = new Faults(Path.of("").toAbsolutePath(), folder.toAbsolutePath())
                .tried(plans, options.workers(), Faults::print);
        long passed = verdicts.stream().filter(Verdict::passes).count();
        int tried = verdicts.size();
        System.out.printf("faults %d/%d (%d%%)%n", passed, tried, 100 * passed / Math.max(1, tried));
        return passed == tried ? 0 : FAILED;
    }

    static void print(Verdict verdict) {
        System.out.println(verdict.text());
        Stream.of(
                        verdict.evidence().stream(),
                        verdict.slow().stream(),
                        verdict.complaints().stream().map(problem -> "! " + problem))
                .flatMap(Function.identity())
                .forEach(line -> System.out.println("    " + line));
    }

    /// One after the other; those of one scene that follow each other in one house.
    ///
    /// @param each is told as soon as it is known
    List<Verdict> tried(List<Plan> plans, int workers, Consumer<Verdict> each)
            throws IOException, SQLException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        List<Plan> rest = new ArrayList<>(plans);
        while (!rest.isEmpty()) {
            Scene scene = rest.getFirst().fault().scene();
            List<Plan> same = rest.stream()
                    .takeWhile(plan -> plan.fault().scene() == scene)
                    .toList();
            rest.subList(0, same.size()).clear();
            if (scene.possible()) {
                verdicts.addAll(tried(same, scene, scene.planted(), workers, each));
            } else {
                same.forEach(plan -> System.out.println(plan.fault().number() + " "
                        + plan.fault().text() + ": not tried, it takes a superuser on Linux"));
            }
        }
        return verdicts;
    }

    /// In a house of their own.
    ///
    /// @param planted what is wrong with the processes, for the agent
    List<Verdict> tried(List<Plan> plans, Scene scene, List<String> planted, int workers, Consumer<Verdict> each)
            throws IOException, SQLException, InterruptedException {
        try (Opened opened = new Opened()) {
            Thread close = new Thread(opened::close, "close");
            Runtime.getRuntime().addShutdownHook(close);
            Phones phones = new Phones();
            int people = 1 + plans.stream().mapToInt(Plan::people).max().orElse(0);
            Trial trial = new Trial(battle(scene, planted, new Size(workers, people), opened, phones), phones);
            List<Verdict> verdicts = new ArrayList<>();
            for (Plan plan : plans) {
                Verdict verdict = trial.run(plan, verdicts.size() * people);
                verdicts.add(verdict);
                each.accept(verdict);
            }
            Runtime.getRuntime().removeShutdownHook(close);
            return verdicts;
        }
    }

    private record Size(int workers, int people) {}

    private Battle battle(Scene scene, List<String> planted, Size size, Opened opened, Phones phones)
            throws IOException, SQLException, InterruptedException {
        Optional<Battle.Disks> disks = scene == Scene.LITTLE_DISKS ? Optional.of(disks(opened)) : Optional.empty();
        FakeMailServer mail = opened.with(FakeMailServer.start());
        Sabotage sabotage = Sabotage.in(folder.resolve("sabotage"));
        Map<String, String> settings = new HashMap<>(scene.settings());
        settings.put("SMTP_HOST", "127.0.0.1");
        settings.put("SMTP_PORT", "" + mail.port());
        settings.put("SMTP_SECURITY", "none");
        settings.put("SMTP_FROM", "faults@congresso.example");
        Crew crew = Crew.of(JVM_OPTIONS, size.workers()).with(List.of(sabotage.jvmOption(planted)), settings);
        Path from = scene == Scene.OLDER ? OlderVersion.built(project, folder.resolve("older")) : project;
        Site site = new Site(from, folder, crew, scene.redis(), Wires.proxied(opened));
        return new Battle(House.open(site, opened, phones::arrived), mail, sabotage, project, from, disks);
    }

    private Battle.Disks disks(Opened opened) throws IOException {
        StorePair.erase(folder);
        return new Battle.Disks(
                opened.with(Disk.mount(StorePair.redisFolder(folder), REDIS_DISK_MB)),
                opened.with(Disk.mount(StorePair.postgresFolder(folder), POSTGRES_DISK_MB)));
    }
}
