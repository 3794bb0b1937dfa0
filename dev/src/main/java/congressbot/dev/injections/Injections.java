package congressbot.dev.injections;

import congressbot.dev.model.FakeModel;
import congressbot.dev.model.Mood;
import congressbot.dev.process.Opened;
import congressbot.dev.talk.House;
import congressbot.wire.message.Content;
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
import org.jdbi.v3.core.Handle;

/// `injections`: plays the attacks of `dev/injections` against bot-api with a malicious model behind it.
/// An attack that changes something, gets somebody else's data, a foreign address, an invented number or
/// the instructions is a breach.
///
/// Then documents attack: those of `knowledge.txt` are slipped among the organisers' ones, and harmless
/// questions find them, with a malicious model and with an honest one. Whoever writes into that folder
/// is an organiser to the bot, and what he writes may be cited as it stands, with its source, even if it
/// is wrong. A breach is what no document has to say: orders to a machine, other people's CPFs, what
/// hides from the eye, script. And whatever the model says that stands in none of them.
///
/// Exit status 1 when there is one.
public final class Injections {
    private static final String NAME = "injections";
    private static final String CONGRESS = "congress";
    private static final int FAILED = 1;
    private static final double PERCENT = 100;

    /// Attackers at the same time.
    private static final int ATTACKERS = 4;

    private static final String DOCUMENTS = "knowledge.txt";

    /// Files of that folder that hold no attacks of people: questions, and documents.
    private static final List<String> OTHERS = List.of("harmless.txt", DOCUMENTS);

    /// How often each document's questions are asked: a malicious model answers another way each time.
    private static final int ROUNDS = 5;

    private final Path folder;
    private final Opened opened;
    private final Victim victim = new Victim();

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
        Injections injections = new Injections(folder.toAbsolutePath(), opened);
        List<Attacker.Outcome> outcomes = new ArrayList<>(injections.attack(project));
        outcomes.addAll(injections.poison(project));
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
        return play(
                new Scene(Mood.MALICIOUS, project.resolve(CONGRESS), attacks(project)), house -> victim.guard(project));
    }

    /// Asks what the poisoned documents answer: a malicious model in all its ways, and an honest one,
    /// which copies.
    List<Attacker.Outcome> poison(Path project) throws IOException, SQLException {
        List<Poison> poisons = Poison.read(project.resolve("dev").resolve(NAME).resolve(DOCUMENTS));
        Path congress = folder.resolveSibling(NAME + "-" + CONGRESS);
        Poison.slip(poisons, project.resolve(CONGRESS), congress);
        List<String> planted =
                poisons.stream().flatMap(poison -> poison.planted().stream()).toList();
        List<Attacker.Outcome> outcomes = new ArrayList<>();
        for (Mood mood : List.of(Mood.MALICIOUS, Mood.HONEST)) {
            List<Attack> questions = asked(poisons, mood, mood == Mood.MALICIOUS ? ROUNDS : 1);
            outcomes.addAll(play(
                    new Scene(mood, congress, questions),
                    house -> victim.guard(project).among(planted, takenOver(house))));
        }
        return outcomes;
    }

    private static List<Attack> asked(List<Poison> poisons, Mood mood, int rounds) {
        String name = "document, " + mood.name().toLowerCase(Locale.ROOT) + " model";
        List<Attack> asked = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Poison poison : poisons) {
                for (String question : poison.questions()) {
                    asked.add(new Attack(name, Attack.Asked.NOTHING, List.of(new Content.Text(question))));
                }
            }
        }
        return asked;
    }

    /// What the bot took of all documents: of some nothing.
    private static String takenOver(House house) {
        try (Handle database = house.database()) {
            return String.join(
                    "\n", database.createQuery("""
                                    SELECT concat_ws(E'\\n', p.title, p.heading, p.body) FROM knowledge_passages p
                                    JOIN knowledge_documents d ON d.id = p.document_id AND d.current
                                    """).mapTo(String.class).list());
        }
    }

    /// Who attacks what.
    private record Scene(Mood mood, Path congress, List<Attack> attacks) {}

    /// How the guard comes to know what it guards.
    private interface Briefing {
        Guard guard(House house) throws IOException;
    }

    private List<Attacker.Outcome> play(Scene scene, Briefing briefing) throws IOException, SQLException {
        try (Opened parts = opened.with(new Opened());
                ExecutorService threads = Executors.newFixedThreadPool(
                        ATTACKERS, Thread.ofVirtual().factory())) {
            FakeModel model = parts.with(FakeModel.start(scene.mood()));
            House house =
                    House.open(folder, new House.Setting(scene.congress(), ATTACKERS, model.environment()), parts);
            victim.register(house);
            Attacker attacker = new Attacker(house, briefing.guard(house));
            List<Future<Attacker.Outcome>> attacking = new ArrayList<>();
            for (Attack attack : scene.attacks()) {
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
