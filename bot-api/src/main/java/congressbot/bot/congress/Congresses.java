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
    private Congresses() {}

    /// Reads them all, in the order of their folders' names.
    ///
    /// @param publicUrl under which the privacy notice is found, unless a congress has its own
    /// @throws InvalidConfiguration with every problem of every congress
    public static List<Congress> read(Path folder, URI publicUrl) {
        List<Congress> congresses = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path one : folders(folder)) {
            switch (CongressFolder.read(one)) {
                case CongressFolder.Outcome.Read(Congress congress) ->
                    congresses.add(congress.withPrivacyUrl(publicUrl.resolve("/privacidade")));
                case CongressFolder.Outcome.Faulty(List<String> found) ->
                    found.forEach(problem -> problems.add(one + "/" + problem));
            }
        }
        if (congresses.isEmpty() && problems.isEmpty()) {
            problems.add(Variable.CONGRESS_DIR + ": no " + CongressFolder.FILE + " in " + folder);
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
        return congresses;
    }

    private static List<Path> folders(Path folder) {
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
