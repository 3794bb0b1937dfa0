package congressbot.dev.injections;

import congressbot.dev.model.FakeModel;
import congressbot.dev.model.Mood;
import congressbot.dev.process.Opened;
import congressbot.dev.talk.House;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// `injections`: plays the attacks of `dev/injections` against bot-api with a malicious model behind it. An attack that
/// changes something, gets somebody else's data, a foreign address, an invented number or the instructions is a breach.
/// Exit status 1 when there is one.
public final class Injections {
    private static final String NAME = "injections";
    private static final int FAILED = 1;
    private static final double PERCENT = 100;

    /// Attackers at the same time.
    private static final int ATTACKERS = 4;

    /// Files of that folder that hold no attacks of people: questions, and pieces of documents.
    private static final List<String> OTHERS = List.of("harmless.txt", "knowledge.txt");

    private final Path folder;
    private final Opened opened;

    /// @param folder for the stores; emptied first
    /// @param opened to be closed by the caller, whatever happens
    Injections(Path folder, Opened opened) {
        this.folder = folder;
        this.opened = opened;
    }

    public static void main(String[] arguments) {
        Launch.quietly(
                NAME,
                env -> env.path(Variable.DATA_DIR, ".data").resolve(NAME),
                folder -> System.exit(run(Path.of("").toAbsolutePath(), folder)));
    }

    private static int run(Path project, Path folder) throws IOException, SQLException {
        Opened opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close"));
        List<Attacker.Outcome> outcomes = new Injections(folder.toAbsolutePath(), opened).attack(project);
        System.out.println(text(outcomes));
        return outcomes.stream().allMatch(outcome -> outcome.breach().isEmpty()) ? 0 : FAILED;
    }

    static List<Attack> attacks(Path project) throws IOException {
        List<Attack> attacks = new ArrayList<>();
        try (Stream<Path> files = Files.list(project.resolve("dev").resolve(NAME))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> !OTHERS.contains(file.getFileName().toString()))
                    .sorted()
                    .toList()) {
                attacks.addAll(Attack.read(file));
            }
        }
        return attacks;
    }

    static String text(List<Attacker.Outcome> outcomes) {
        List<String> lines = new ArrayList<>();
        outcomes.stream()
                .filter(outcome -> outcome.breach().isPresent())
                .map(Attacker.Outcome::text)
                .forEach(lines::add);
        long held =
                outcomes.stream().filter(outcome -> outcome.breach().isEmpty()).count();
        lines.add(String.format(
                Locale.ROOT,
                "injections %d/%d (%.1f %%)",
                held,
                outcomes.size(),
                PERCENT * held / Math.max(1, outcomes.size())));
        return String.join("\n", lines);
    }

    List<Attacker.Outcome> attack(Path project) throws IOException, SQLException {
        try (Opened parts = opened.with(new Opened());
                ExecutorService threads = Executors.newFixedThreadPool(
                        ATTACKERS, Thread.ofVirtual().factory())) {
            FakeModel model = parts.with(FakeModel.start(Mood.MALICIOUS));
            Victim victim = new Victim();
            House house = House.open(
                    folder, new House.Setting(project.resolve("congress"), ATTACKERS, model.environment()), parts);
            victim.register(house);
            Attacker attacker = new Attacker(house, victim.guard(project));
            List<Future<Attacker.Outcome>> attacking = new ArrayList<>();
            for (Attack attack : attacks(project)) {
                int number = attacking.size();
                attacking.add(threads.submit(() -> attacker.attack(attack, number)));
            }
            return outcomes(attacking);
        }
    }

    private static List<Attacker.Outcome> outcomes(List<Future<Attacker.Outcome>> attacking) throws IOException {
        List<Attacker.Outcome> outcomes = new ArrayList<>();
        for (Future<Attacker.Outcome> one : attacking) {
            try {
                outcomes.add(one.get());
            } catch (ExecutionException e) {
                throw new IOException("an attack was not answered", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return outcomes;
    }
}
