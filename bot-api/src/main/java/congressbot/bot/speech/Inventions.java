package congressbot.bot.speech;

import congressbot.bot.text.Spelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What these models write when nobody speaks: credits of subtitles, a foreign word, the hint that they were given.
/// One word alone is no sign of it: people answer "sim", or the name of their city.
final class Inventions {
    private static final String FILE = "inventions.txt";

    /// Words of an echo: fewer are what somebody may say of the congress.
    private static final int SHORTEST_ECHO = 4;

    private final List<String> known;

    private Inventions(List<String> known) {
        this.known = known;
    }

    static Inventions load() {
        InputStream file = Objects.requireNonNull(Inventions.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new Inventions(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Spelling::folded)
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether nobody said this.
    ///
    /// @param hint the one that the model was given
    boolean include(String text, String hint) {
        String words = Spelling.folded(text);
        return words.chars().noneMatch(Character::isLetterOrDigit)
                || echoes(words, Spelling.folded(hint))
                || withoutKnown(words).isBlank();
    }

    private static boolean echoes(String words, String hint) {
        return Stream.of(words.split(" ", -1)).count() >= SHORTEST_ECHO
                && padded(hint).contains(padded(words));
    }

    private String withoutKnown(String words) {
        String rest = padded(words);
        for (String invention : known) {
            String before = "";
            while (!before.equals(rest)) { // neighbours share their space
                before = rest;
                rest = rest.replace(padded(invention), " ");
            }
        }
        return rest;
    }

    private static String padded(String words) {
        return " " + words + " ";
    }
}
