package congressbot.dev.rehearsal;

import congressbot.dev.bridge.FakeBridge.Sent;
import congressbot.dev.bridge.FakeBridge.Written;
import congressbot.dev.house.Crew;
import congressbot.dev.house.House;
import congressbot.dev.house.Site;
import congressbot.dev.house.Wires;
import congressbot.dev.people.Person;
import congressbot.dev.process.ClassArchive;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Program;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.Folders;
import congressbot.dev.stores.Ownership;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// `rehearse`: people register, with stores of its own, so that the JVM of each of our processes sees what it will have
/// to do; what it learnt is kept in a [ClassArchive].
public final class Rehearsal {
    private static final int FAILED = 1;

    /// As many as the compilers need until they have little left to do.
    private static final int PEOPLE = 500;

    private static final int AT_ONCE = 20;

    /// A webhook or a reply that takes longer is missing.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path project;
    private final Path folder;
    private final List<String> jvmOptions;

    /// Replies that nobody waited for yet.
    private final Map<String, Semaphore> replies = new ConcurrentHashMap<>();

    private Rehearsal(Path project, Path folder, List<String> jvmOptions) {
        this.project = project;
        this.folder = folder;
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    /// `rehearse FLAG…`: the launcher tells the options with which it starts our processes.
    public static void main(String[] arguments) {
        Launch.quietly("rehearse", env -> env.path(Variable.DATA_DIR, ".data"), dataDir -> {
            Opened opened = new Opened();
            Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close"));
            Path folder = dataDir.resolve("rehearsal").toAbsolutePath();
            List<Program> without =
                    new Rehearsal(Path.of("").toAbsolutePath(), folder, Arrays.asList(arguments)).hold(opened);
            without.forEach(program -> System.err.println("rehearse: " + program.module() + " left no archive"));
            System.exit(without.isEmpty() ? 0 : FAILED);
        });
    }

    /// Rehearses unless it was done for these jars, this JDK and these options. Without archives all works, too.
    ///
    /// @param project the folder of the launcher, packaged
    /// @param folder for its stores and logs, which are deleted when all went well
    /// @param opened gets what is to be closed as soon as it is open
    /// @return those that left nothing
    public static List<Program> ensure(Path project, Path folder, List<String> jvmOptions, Opened opened)
            throws IOException, SQLException, InterruptedException {
        for (Program program : Program.values()) {
            if (!ClassArchive.of(project, program, jvmOptions).isThere()) {
                return new Rehearsal(project, folder, jvmOptions).hold(opened);
            }
        }
        return List.of();
    }

    private List<Program> hold(Opened all) throws IOException, SQLException, InterruptedException {
        Opened opened = all.with(new Opened());
        Path house = folder.resolve("house");
        try (opened) {
            opened.with(Ownership.take(Files.createDirectories(folder).toRealPath())
                    .orElseThrow(() -> new IOException("a rehearsal is held already in " + folder)));
            Site site = new Site(
                    project,
                    house,
                    Crew.rehearsing(jvmOptions),
                    Site.Redis.alone(AppendSync.EVERYSEC),
                    Wires.straight());
            play(House.open(site, opened, this::arrived));
        }
        List<Program> without = new ArrayList<>();
        for (Program program : Program.values()) {
            if (!ClassArchive.of(project, program, jvmOptions).keep()) {
                without.add(program);
            }
        }
        if (without.isEmpty()) { // else the consoles tell why
            Folders.delete(house);
        }
        return without;
    }

    private void arrived(Sent message) {
        of(message.phone()).release();
    }

    private Semaphore of(String phone) {
        return replies.computeIfAbsent(phone, _ -> new Semaphore(0));
    }

    private void play(House house) throws IOException, InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> people = new ArrayList<>();
            for (int number = 0; number < PEOPLE; number++) {
                Person person = Person.of(number);
                places.acquire();
                people.add(threads.submit(() -> {
                    try {
                        return register(person, house);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (Future<Optional<String>> one : people) {
                Optional<String> problem = one.get();
                if (problem.isPresent()) {
                    throw new IOException(problem.get());
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("a rehearsal broke off", e.getCause());
        }
    }

    /// @return what went wrong
    private Optional<String> register(Person person, House house) throws IOException, InterruptedException {
        for (Written message : person.messages()) {
            if (!house.bridge().deliver(house.gateway(), message)) {
                return Optional.of("a message was not taken by the gateway");
            }
            if (!of(person.phone()).tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of("no reply within " + PATIENCE.toSeconds() + " s");
            }
        }
        return Optional.empty();
    }
}
