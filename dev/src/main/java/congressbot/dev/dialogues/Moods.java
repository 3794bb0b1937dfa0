package congressbot.dev.dialogues;

import congressbot.dev.model.FakeModel;
import congressbot.dev.model.Mood;
import congressbot.dev.process.Opened;
import congressbot.dev.talk.House;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `moods [MOOD …]`: plays the scripted conversations with a language model of each mood behind
/// bot-api: one that hangs, one that fails, one that lies. Whatever it does, every registration must
/// end as written, the form must stay quick, and nothing personal may be sent to it. Exit status 1 when
/// one of these does not hold.
public final class Moods {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    /// Scripts at the same time: while some wait for the model, the others must not.
    private static final int PLAYERS = 6;

    private final Corpus corpus;
    private final Path folder;
    private final Opened opened;

    /// @param folder for the stores; emptied first
    /// @param opened to be closed by the caller, whatever happens
    Moods(Corpus corpus, Path folder, Opened opened) {
        this.corpus = corpus;
        this.folder = folder;
        this.opened = opened;
    }

    public static void main(String[] arguments) {
        Optional<List<Mood>> moods = moods(List.of(arguments));
        if (moods.isEmpty()) {
            System.err.println("moods: usage: moods [MOOD …], of "
                    + Arrays.toString(Mood.values()).toLowerCase(Locale.ROOT));
            System.exit(WRONG_USE);
        }
        Launch.quietly(
                "moods",
                env -> env.path(Variable.DATA_DIR, ".data"),
                dataDir -> System.exit(run(dataDir.resolve("moods"), moods.orElseThrow())));
    }

    static Optional<List<Mood>> moods(List<String> names) {
        if (names.isEmpty()) {
            return Optional.of(List.of(Mood.values()));
        }
        List<Mood> moods =
                names.stream().flatMap(name -> Mood.named(name).stream()).toList();
        return moods.size() == names.size() ? Optional.of(moods) : Optional.empty();
    }

    private static int run(Path folder, List<Mood> moods) throws IOException, SQLException {
        Opened opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close"));
        Corpus corpus = Corpus.of(Path.of("").toAbsolutePath());
        Moods command = new Moods(corpus, folder.toAbsolutePath(), opened);
        List<Strain> strains = new ArrayList<>();
        for (Mood mood : moods) {
            Strain strain = command.play(mood, corpus.scripts(List.of()).orElseThrow());
            System.out.println(strain.text());
            strains.add(strain);
        }
        long held = strains.stream().filter(Strain::holds).count();
        System.out.printf(Locale.ROOT, "moods %d/%d (%.1f %%)%n", held, strains.size(), 100.0 * held / strains.size());
        return held == strains.size() ? 0 : FAILED;
    }

    /// Plays all once, against empty stores.
    Strain play(Mood mood, List<Script> scripts) throws IOException, SQLException {
        try (Opened parts = opened.with(new Opened());
                ExecutorService threads =
                        Executors.newFixedThreadPool(PLAYERS, Thread.ofVirtual().factory())) {
            FakeModel model = parts.with(FakeModel.start(mood));
            House house = House.open(folder, new House.Setting(corpus.congress(), PLAYERS, model.environment()), parts);
            Player player = new Player(house);
            List<Future<Played>> playing = scripts.stream()
                    .map(script -> threads.submit(() -> player.play(script)))
                    .toList();
            List<Played> played = new ArrayList<>();
            for (Future<Played> one : playing) {
                played.add(result(one));
            }
            return new Strain(mood, played, model.requests(), corpus.published());
        }
    }

    private static Played result(Future<Played> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a script could not be played", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
