package congressbot.bot.llm.gate;

import congressbot.bot.text.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The lists beside this class.
final class Lists {
    private Lists() {}

    /// A folded phrase for each line.
    static List<String> phrases(String file) {
        return lines(file).stream().map(Spelling::folded).toList();
    }

    /// All words of a file, folded.
    static Set<String> words(String file) {
        return lines(file).stream()
                .flatMap(line -> Arrays.stream(Spelling.folded(line).split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// On each line phrases of one meaning, separated by commas; folded.
    static List<List<String>> groups(String file) {
        return lines(file).stream()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .map(Spelling::folded)
                        .filter(phrase -> !phrase.isEmpty())
                        .toList())
                .toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = Lists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no list " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
