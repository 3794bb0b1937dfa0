package congressbot.bot.congress;

import congressbot.bot.congress.Fault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// The folder of a congress: `congress.yaml`.
public final class CongressFolder {
    static final String FILE = "congress.yaml";

    private CongressFolder() {}

    /// What became of reading a folder.
    public sealed interface Outcome {
        /// It was read.
        ///
        /// @param content the text itself
        record Read(Congress congress, String content) implements Outcome {}

        /// All problems at once.
        record Faulty(List<Fault> faults) implements Outcome {
            public Faulty {
                faults = List.copyOf(faults);
            }

            /// Each as `congress.yaml:12: end is before start`.
            public List<String> problems() {
                return faults.stream()
                        .map(fault -> FILE + ":" + fault.line() + ": " + fault.message())
                        .toList();
            }
        }
    }

    /// Reads the folder's `congress.yaml`.
    public static Outcome read(Path folder) {
        Path file = folder.resolve(FILE);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(CongressText.MAX_BYTES + 1);
            if (bytes.length > CongressText.MAX_BYTES) {
                return faulty(Kind.TOO_LARGE, CongressText.MAX_BYTES / 1024);
            }
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return switch (CongressText.read(content)) {
                case CongressText.Read(Congress congress) -> new Outcome.Read(congress, content);
                case CongressText.Faulty(List<Fault> faults) -> new Outcome.Faulty(faults);
            };
        } catch (NoSuchFileException _) {
            return faulty(Kind.NO_FILE, folder);
        } catch (CharacterCodingException _) {
            // Saved in another encoding by an editor: the person can mend it, so it is a problem of the file.
            return faulty(Kind.NOT_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome faulty(Kind kind, Object... values) {
        return new Outcome.Faulty(List.of(Fault.at(1, kind, values)));
    }
}
