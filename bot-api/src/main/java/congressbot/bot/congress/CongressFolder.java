package congressbot.bot.congress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// The folder of a congress: `congress.yaml`.
public final class CongressFolder {
    static final String FILE = "congress.yaml";

    /// A description is a few hundred bytes; this is no place for data.
    private static final int MAX_BYTES = 262_144;

    private CongressFolder() {}

    /// What became of reading a folder.
    public sealed interface Outcome {
        record Read(Congress congress) implements Outcome {}

        /// All problems at once, each as `congress.yaml:12: end is before start`.
        record Faulty(List<String> problems) implements Outcome {
            public Faulty {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Reads the folder's `congress.yaml`.
    public static Outcome read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.size(file) > MAX_BYTES) {
                return CongressFile.faulty(FILE, 1, "the file is larger than " + MAX_BYTES + " bytes");
            }
            return CongressFile.read(FILE, Files.readString(file));
        } catch (NoSuchFileException _) {
            return CongressFile.faulty(FILE, 1, "there is no such file in " + folder);
        } catch (CharacterCodingException _) {
            // Saved in another encoding by an editor: the person can mend it, so it is a problem of the file.
            return CongressFile.faulty(FILE, 1, "the file is not written in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
