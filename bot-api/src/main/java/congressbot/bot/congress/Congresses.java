package congressbot.bot.congress;

import congressbot.wire.process.InvalidConfiguration;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The folder `CONGRESS_DIR`: one congress, or one sub-folder for each.
public final class Congresses {
    /// Describes one congress.
    public static final String FILE = CongressFolder.FILE;

    private Congresses() {}

    /// A congress and where it is described.
    ///
    /// @param content the text of its file
    public record Located(Path folder, Congress congress, String content) {}

    /// A folder whose congress cannot be read.
    public record Broken(Path folder, List<Fault> faults) {
        public Broken {
            faults = List.copyOf(faults);
        }

        List<String> problems() {
            return new CongressFolder.Outcome.Faulty(faults)
                    .problems().stream().map(problem -> folder + "/" + problem).toList();
        }
    }

    /// What stands in the folder.
    ///
    /// @param congresses in the order of their folders' names
    /// @param problems of every congress that could not be read
    public record Look(List<Located> congresses, List<Broken> broken, List<String> problems) {
        public Look {
            congresses = List.copyOf(congresses);
            broken = List.copyOf(broken);
            problems = List.copyOf(problems);
        }
    }

    /// Looks at all of them.
    ///
    /// @param publicUrl under which the privacy notice is found, unless a congress has its own
    public static Look look(Path folder, URI publicUrl) {
        List<Located> congresses = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (Path one : folders(folder)) {
            switch (CongressFolder.read(one)) {
                case CongressFolder.Outcome.Read(Congress congress, String content) ->
                    congresses.add(new Located(one, withNotice(congress, publicUrl), content));
                case CongressFolder.Outcome.Faulty(List<Fault> faults) -> broken.add(new Broken(one, faults));
            }
        }
        List<String> problems = congresses.isEmpty() && broken.isEmpty()
                ? List.of(Variable.CONGRESS_DIR + ": no " + CongressFolder.FILE + " in " + folder)
                : broken.stream().flatMap(one -> one.problems().stream()).toList();
        return new Look(congresses, broken, problems);
    }

    /// Reads the text of one, wherever it is kept.
    public static CongressText read(String content, URI publicUrl) {
        return switch (CongressText.read(content)) {
            case CongressText.Read(Congress congress) -> new CongressText.Read(withNotice(congress, publicUrl));
            case CongressText.Faulty faulty -> faulty;
        };
    }

    private static Congress withNotice(Congress congress, URI publicUrl) {
        return congress.withPrivacyUrl(publicUrl.resolve("/privacidade"));
    }

    /// Reads them all.
    ///
    /// @throws InvalidConfiguration with every problem of every congress
    public static List<Congress> read(Path folder, URI publicUrl) {
        Look look = look(folder, publicUrl);
        if (!look.problems().isEmpty()) {
            throw new InvalidConfiguration(look.problems());
        }
        return look.congresses().stream().map(Located::congress).toList();
    }

    /// One folder for each congress.
    public static List<Path> folders(Path folder) {
        if (Files.exists(folder.resolve(CongressFolder.FILE))) {
            return List.of(folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.exists(entry.resolve(CongressFolder.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of(); // Told as "no congress.yaml".
        }
    }
}
