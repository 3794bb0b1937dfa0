package congressbot.bot.knowledge;

import congressbot.bot.text.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A list in a resource file beside this class: entries between commas, comments behind `#`.
///
/// @param lines without comments and empty ones
record WordList(List<String> lines) {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    WordList {
        lines = List.copyOf(lines);
    }

    /// A line of the form `left = right`.
    record Pair(String left, String right) {}

    static WordList read(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no word list " + name);
            }
            return new WordList(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every entry of every line, folded.
    Stream<String> entries() {
        return lines.stream().flatMap(WordList::entries);
    }

    static Stream<String> entries(String line) {
        return COMMA.splitAsStream(line).map(Spelling::folded).filter(entry -> !entry.isEmpty());
    }

    Stream<Pair> pairs() {
        return lines.stream().map(line -> {
            int sign = line.indexOf('=');
            if (sign < 0) {
                throw new IllegalStateException("no '=' in a line of pairs: " + line);
            }
            return new Pair(
                    line.substring(0, sign).strip(), line.substring(sign + 1).strip());
        });
    }
}
