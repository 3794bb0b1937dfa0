package congressbot.dev.questions;

import congressbot.dev.model.FakeModel;
import congressbot.dev.model.Mood;
import congressbot.dev.process.Opened;
import congressbot.dev.talk.House;
import congressbot.wire.process.Env;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// `questions [FILE …]`: asks the questions that stand beside a congress, in `questions/*.txt`, or
/// those of other files, without a language model, and tells how many are answered rightly. Exit status
/// 1 when a set misses its marks: 90 % right, 3 % wrong, nothing made up.
public final class Questions {
    private static final String NAME = "questions";
    private static final String MODEL = "--model";
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final double PERCENT = 100;

    /// Chats at the same time: enough to keep two cores busy while a store is waited for.
    private static final int ASKERS = 4;

    private final Path congress;
    private final Path folder;
    private final Opened opened;

    /// @param congress the folder of the congress that is asked about
    /// @param folder for the stores; emptied first
    /// @param opened to be closed by the caller, whatever happens
    Questions(Path congress, Path folder, Opened opened) {
        this.congress = congress;
        this.folder = folder;
        this.opened = opened;
    }

    public static void main(String[] arguments) {
        List<String> names = new ArrayList<>(List.of(arguments));
        Optional<Mood> mood = Optional.empty();
        if (names.size() > 1 && names.getFirst().equals(MODEL)) {
            mood = Mood.named(names.get(1));
            names.subList(0, mood.isPresent() ? 2 : 0).clear();
        }
        if (names.stream().anyMatch(name -> name.startsWith("-"))) {
            System.err.println("questions: usage: questions [--model MOOD] [FILE …]");
            System.exit(WRONG_USE);
        }
        Optional<Mood> model = mood;
        Launch.quietly(NAME, Settings::from, settings -> System.exit(run(settings, model, names)));
    }

    private record Settings(Path congress, Path folder) {
        static Settings from(Env env) {
            return new Settings(
                    env.path(Variable.CONGRESS_DIR, "congress"),
                    env.path(Variable.DATA_DIR, ".data").resolve(NAME));
        }
    }

    /// The parts are closed when the process ends, by itself or by Ctrl-C.
    private static int run(Settings settings, Optional<Mood> model, List<String> names)
            throws IOException, SQLException {
        Opened opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close"));
        List<QuestionSet> sets = new ArrayList<>();
        for (Path file : files(settings.congress(), names)) {
            sets.add(QuestionSet.read(file));
        }
        List<Result> results = new Questions(
                        settings.congress().toAbsolutePath(), settings.folder().toAbsolutePath(), opened)
                .ask(sets, model);
        System.out.println(text(results));
        return results.stream().allMatch(Result::passes) ? 0 : FAILED;
    }

    static List<Path> files(Path congress, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            return names.stream().map(Path::of).toList();
        }
        try (Stream<Path> files = Files.list(congress.resolve(NAME))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    static String text(List<Result> results) {
        List<String> lines = new ArrayList<>(results.stream().map(Result::text).toList());
        long right = results.stream().mapToLong(Result::right).sum();
        long all = results.stream().mapToLong(result -> result.graded().size()).sum();
        lines.add(String.format(
                Locale.ROOT, "questions %d/%d (%.1f %%)", right, all, PERCENT * right / Math.max(1, all)));
        return String.join("\n", lines);
    }

    /// @param mood of the model behind the bot; empty for none
    List<Result> ask(List<QuestionSet> sets, Optional<Mood> mood) throws IOException, SQLException {
        try (Opened parts = opened.with(new Opened());
                ExecutorService threads =
                        Executors.newFixedThreadPool(ASKERS, Thread.ofVirtual().factory())) {
            Map<String, String> model = Map.of();
            if (mood.isPresent()) {
                model = parts.with(FakeModel.start(mood.get())).environment();
            }
            House house = House.open(folder, new House.Setting(congress, ASKERS, model), parts);
            Examiner examiner = new Examiner(house);
            List<Result> results = new ArrayList<>();
            for (QuestionSet set : sets) {
                List<Future<List<Graded>>> asking = new ArrayList<>();
                for (QuestionSet.Chat chat : set.chats()) {
                    String person = set.name() + "-" + asking.size();
                    asking.add(threads.submit(() -> examiner.ask(person, chat)));
                }
                results.add(new Result(set.name(), graded(asking)));
            }
            return results;
        }
    }

    private static List<Graded> graded(List<Future<List<Graded>>> asking) throws IOException {
        List<Graded> graded = new ArrayList<>();
        for (Future<List<Graded>> one : asking) {
            try {
                graded.addAll(one.get());
            } catch (ExecutionException e) {
                throw new IOException("a question was not answered at all", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return graded;
    }
}
