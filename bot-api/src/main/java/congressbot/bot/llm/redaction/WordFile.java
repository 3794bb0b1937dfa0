package congressbot.bot.llm.redaction;

import congressbot.bot.text.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A list of words that ships with the program: the resource beside this class. Lines that begin with a question mark
/// hold what is less certain.
record WordFile(Set<String> sure, Set<String> doubtful) {
    private static final String DOUBT = "?";

    WordFile {
        sure = Set.copyOf(sure);
        doubtful = Set.copyOf(doubtful);
    }

    /// A list with several words on a line.
    static WordFile ofWords(String file) {
        return read(file, line -> Arrays.asList(Spelling.folded(line).split(" ")));
    }

    /// A list with a phrase on each line.
    static WordFile ofPhrases(String file) {
        return read(file, line -> List.of(Spelling.folded(line)));
    }

    private interface Cut {
        List<String> entries(String line);
    }

    private static WordFile read(String file, Cut cut) {
        Set<String> sure = new LinkedHashSet<>();
        Set<String> doubtful = new LinkedHashSet<>();
        for (String line : text(file).lines().toList()) {
            boolean doubt = line.startsWith(DOUBT);
            String entries = doubt ? line.substring(DOUBT.length()) : line;
            if (!line.isBlank() && !line.startsWith("#")) {
                (doubt ? doubtful : sure).addAll(cut.entries(entries));
            }
        }
        sure.removeAll(doubtful);
        return new WordFile(sure, doubtful);
    }

    private static String text(String file) {
        try (InputStream in = WordFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no list " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
