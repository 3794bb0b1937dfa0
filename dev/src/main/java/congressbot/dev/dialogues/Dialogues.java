package congressbot.dev.dialogues;

import congressbot.dev.process.Opened;
import congressbot.dev.talk.House;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// `dialogues [--rewrite] [FOLDER[/FILE] …]`: plays the scripted conversations and compares what the bot says, and the
/// rows that stand in the database afterwards; some of them before, to warm up for the figures. With `--rewrite` writes
/// what the bot says into the files. Exit status 1 when something is not as the scripts say.
public final class Dialogues {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final String REWRITE = "--rewrite";

    /// Scripts at the same time: enough to keep two cores busy while a store is waited for.
    private static final int PLAYERS = 4;

    /// One script of so many is played before.
    private static final int WARM_UP = 5;

    private final Corpus corpus;
    private final Path folder;
    private final Opened opened;

    /// @param folder for the stores; emptied first
    /// @param opened to be closed by the caller, whatever happens
    Dialogues(Corpus corpus, Path folder, Opened opened) {
        this.corpus = corpus;
        this.folder = folder;
        this.opened = opened;
    }

    public static void main(String[] arguments) {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean rewrites = names.removeIf(REWRITE::equals);
        if (names.stream().anyMatch(name -> name.startsWith("-"))) {
            refuse("usage: dialogues [--rewrite] [FOLDER[/FILE] …]");
        }
        Launch.quietly(
                "dialogues",
                env -> env.path(Variable.DATA_DIR, ".data"),
                dataDir -> System.exit(run(dataDir.resolve("dialogues"), names, rewrites)));
    }

    /// The parts are closed when the process ends, by itself or by Ctrl-C.
    private static int run(Path folder, List<String> names, boolean rewrites) throws IOException, SQLException {
        Opened opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close"));
        Corpus corpus = Corpus.of(Path.of("").toAbsolutePath());
        Optional<List<Script>> scripts = corpus.scripts(names);
        if (scripts.isEmpty()) {
            refuse("no script in " + corpus.folder() + " has one of these names");
        }
        Dialogues dialogues = new Dialogues(corpus, folder.toAbsolutePath(), opened);
        try {
            Tally tally =
                    rewrites ? dialogues.rewrite(scripts.orElseThrow()) : dialogues.measure(scripts.orElseThrow());
            System.out.println(tally.text());
            return tally.complete() ? 0 : FAILED;
        } catch (IOException | IllegalStateException e) {
            if (opened.closed()) { // what it talked to was taken away
                return FAILED;
            }
            throw e;
        }
    }

    private static void refuse(String why) {
        System.err.println("dialogues: " + why);
        System.exit(WRONG_USE);
    }

    /// Plays some, until the JVM has compiled most of what runs, and then all.
    Tally measure(List<Script> scripts) throws IOException, SQLException {
        List<Script> some = IntStream.range(0, scripts.size())
                .filter(i -> i % WARM_UP == 0)
                .mapToObj(scripts::get)
                .toList();
        play(some, some.size());
        return play(scripts, some.size());
    }

    /// Plays all and writes what the bot says into the files.
    ///
    /// @return the tally of what stands in them now
    Tally rewrite(List<Script> scripts) throws IOException, SQLException {
        Tally before = play(scripts, 0);
        List<Played> after = new ArrayList<>();
        for (Played played : before.played()) {
            after.add(
                    switch (played) {
                        case Played.BrokenOff broken -> broken;
                        case Played.Whole whole -> rewritten(whole);
                    });
        }
        return new Tally(after, before.thought(), Tally.Setting.here(PLAYERS, 0));
    }

    /// Plays all once, against empty stores.
    ///
    /// @param warmUp how many were played before
    Tally play(List<Script> scripts, int warmUp) throws IOException, SQLException {
        try (Opened parts = opened.with(new Opened());
                ExecutorService threads =
                        Executors.newFixedThreadPool(PLAYERS, Thread.ofVirtual().factory())) {
            House house = House.open(folder, new House.Setting(corpus.congress(), PLAYERS, Map.of()), parts);
            Player player = new Player(house);
            List<Future<Played>> playing = scripts.stream()
                    .map(script -> threads.submit(() -> player.play(script)))
                    .toList();
            List<Played> played = new ArrayList<>();
            for (Future<Played> one : playing) {
                played.add(result(one));
            }
            return new Tally(played, Thought.read(house.bot().metrics()), Tally.Setting.here(PLAYERS, warmUp));
        }
    }

    private Played rewritten(Played.Whole played) throws IOException {
        Played.Whole now = played.rewritten();
        if (!now.script().equals(played.script())) {
            corpus.write(now.script());
        }
        return now;
    }

    private static <T> T result(Future<T> future) throws IOException {
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
