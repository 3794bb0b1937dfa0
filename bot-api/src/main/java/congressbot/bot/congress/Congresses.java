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
    public record Located(Path folder, Congress congress) {}

    /// What stands in the folder.
    ///
    /// @param congresses in the order of their folders' names
    /// @param problems of every congress that could not be read
    public record Look(List<Located> congresses, List<String> problems) {
        public Look {
            congresses = List.copyOf(congresses);
            problems = List.copyOf(problems);
        }
    }

    /// Looks at all of them.
    ///
    /// @param publicUrl under which the privacy notice is found, unless a congress has its own
    public static Look look(Path folder, URI publicUrl) {
        List<Located> congresses = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path one : folders(folder)) {
            switch (CongressFolder.read(one)) {
                case CongressFolder.Outcome.Read(Congress congress) ->
                    congresses.add(new Located(one, congress.withPrivacyUrl(publicUrl.resolve("/privacidade"))));
                case CongressFolder.Outcome.Faulty(List<String> found) ->
                    found.forEach(problem -> problems.add(one + "/" + problem));
            }
        }
        if (congresses.isEmpty() && problems.isEmpty()) {
            problems.add(Variable.CONGRESS_DIR + ": no " + CongressFolder.FILE + " in " + folder);
        }
        return new Look(congresses, problems);
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
