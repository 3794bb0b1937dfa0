package congressbot.bot.deadletter;

import congressbot.bot.conversation.DeadLetter;
import congressbot.bot.conversation.Handled;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/// What the command says to operators; the sentences are `deadletter.properties`.
final class Wording {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final String GAP = "  ";

    private final Properties sentences;
    private final DateTimeFormatter moments;

    private Wording(Properties sentences) {
        this.sentences = sentences;
        this.moments = DateTimeFormatter.ofPattern(said("moment")).withZone(ZONE);
    }

    static Wording load() {
        Properties sentences = new Properties();
        try (InputStream resource = Wording.class.getResourceAsStream("deadletter.properties")) {
            if (resource == null) {
                throw new IllegalStateException("no sentences for the command");
            }
            sentences.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wording(sentences);
    }

    String usage() {
        return said("usage");
    }

    String notReached() {
        return said("not-reached");
    }

    String keyRefused() {
        return said("key-refused");
    }

    String notNow() {
        return said("not-now");
    }

    String failedAgain() {
        return said("failed-again");
    }

    String outcome(long number, Handled outcome) {
        return said("outcome." + word(outcome)).replace("{number}", String.valueOf(number));
    }

    /// A line for each letter, in columns.
    String table(List<Listed> letters) {
        if (letters.isEmpty()) {
            return said("none");
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(said("columns").split(";")));
        letters.forEach(letter -> lines.add(cells(letter)));
        List<Integer> widths = widths(lines);
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
    }

    /// Everything that is known of one letter.
    String letter(Shown shown) {
        List<String> heads = List.of(said("columns").split(";"));
        List<String> cells = cells(shown.letter());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < heads.size(); i++) {
            text.append(heads.get(i)).append(": ").append(cells.get(i)).append('\n');
        }
        shown.handledAt()
                .ifPresent(at -> text.append(said("handled"))
                        .append(": ")
                        .append(moment(at))
                        .append('\n'));
        shown.words()
                .ifPresent(words -> text.append(said("words"))
                        .append(": ")
                        .append(printable(words))
                        .append('\n'));
        return text.append(said("envelope"))
                .append(":\n")
                .append(printable(shown.envelope()))
                .toString();
    }

    private List<String> cells(Listed letter) {
        return List.of(
                String.valueOf(letter.number()),
                moment(letter.since()),
                printable(letter.conversation()),
                reason(letter.reason()),
                String.valueOf(letter.attempts()),
                said("status." + word(letter.status())),
                letter.congress());
    }

    private String moment(Instant moment) {
        return moments.format(moment);
    }

    /// A reason of a newer worker is shown as it is.
    private String reason(String word) {
        return sentences.getProperty("reason." + word, word);
    }

    private static List<Integer> widths(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < lines.getFirst().size(); column++) {
            int at = column;
            widths.add(
                    lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0));
        }
        return widths;
    }

    private static String padded(List<String> line, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            text.append(line.get(i))
                    .repeat(' ', widths.get(i) - line.get(i).length())
                    .append(GAP);
        }
        return text.toString().stripTrailing();
    }

    /// Strangers wrote it: nothing in it may steer the terminal.
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", "·");
    }

    private static String word(DeadLetter.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(Handled outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String said(String key) {
        return Objects.requireNonNull(sentences.getProperty(key), key);
    }
}
