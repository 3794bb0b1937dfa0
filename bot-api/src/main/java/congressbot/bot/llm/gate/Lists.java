package congressbot.bot.llm.gate;

import congressbot.bot.text.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return lines(file).stream().map(line -> phrases(line.split(",", -1))).toList();
    }

    private static List<String> phrases(String... texts) {
        return Arrays.stream(texts)
                .map(Spelling::folded)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /// On each line a word, a colon, and phrases that mean it, in their order; folded.
    static Map<String, List<String>> meanings(String file) {
        Map<String, List<String>> meanings = new LinkedHashMap<>();
        for (String line : lines(file)) {
            int colon = line.indexOf(':');
            meanings.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .addAll(phrases(line.substring(colon + 1).split(",", -1)));
        }
        return meanings;
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
