package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The lists of places that ship with the program: one row a line, cells between semicolons, `#` for remarks.
final class Rows {
    private Rows() {}

    /// The rows, each of so many cells; missing ones are empty.
    static Stream<List<String>> of(String file, int cells) {
        return lines(file)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(Arrays.copyOf(line.split(";", cells), cells)).stream()
                        .map(cell -> cell == null ? "" : cell)
                        .toList());
    }

    /// The spellings in one cell, folded.
    static Stream<String> folded(String cell) {
        return Arrays.stream(cell.split("\\|")).map(Spelling::folded).filter(spelling -> !spelling.isEmpty());
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = Rows.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no list " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
