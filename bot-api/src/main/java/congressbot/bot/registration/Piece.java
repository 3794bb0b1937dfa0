package congressbot.bot.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A stretch of a message between separators, marks and values that were found.
///
/// @param text without punctuation around it
/// @param mark what introduces it
record Piece(String text, Optional<Mark> mark) {
    /// Between two pieces: a line's end, a comma, a dash with spaces, a period after a word of four letters or more.
    private static final Pattern SEPARATOR =
            Pattern.compile("\\n|[,;|•·]|:\\s|\\s[-–—/+]\\s|(?<=\\p{L}{4})[.!]+(?=\\s|$)|(?<=\\?)\\s");

    private static final Pattern AROUND = Pattern.compile("^[\\s:=>.,;*_\"“”–—?!-]+|[\\s:=>,;*_\"“”–—-]+$");

    /// Nothing is left of it.
    boolean isSpent() {
        return text.isEmpty();
    }

    Piece spent() {
        return new Piece("", Optional.empty());
    }

    /// What its mark may introduce.
    List<Field> fields() {
        return mark.map(Mark::fields).orElse(List.of());
    }

    /// The words of its mark.
    String introduction(String message) {
        return mark.map(it -> it.span().of(message)).orElse("");
    }

    /// Cuts a message.
    ///
    /// @param turns where it says "but"
    /// @param taken where values were found
    static List<Piece> cut(String text, List<Mark> marks, List<Span> turns, List<Span> taken) {
        List<Span> borders = new ArrayList<>(taken);
        borders.addAll(turns);
        marks.forEach(mark -> borders.add(mark.span()));
        SEPARATOR.matcher(text).results().forEach(match -> borders.add(new Span(match.start(), match.end())));
        borders.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
        List<Piece> pieces = new ArrayList<>();
        Optional<Mark> open = Optional.empty();
        int from = 0;
        for (Span border : borders) {
            open = add(text, from, border.from(), open, pieces);
            Optional<Mark> carried = open.filter(mark -> !mark.fields().isEmpty());
            open = taken.contains(border)
                    ? Optional.empty()
                    : markAt(border, marks).or(() -> carried);
            from = Math.max(from, border.to());
        }
        add(text, from, text.length(), open, pieces);
        return pieces;
    }

    private static Optional<Mark> markAt(Span border, List<Mark> marks) {
        return marks.stream().filter(mark -> mark.span().equals(border)).findFirst();
    }

    /// Adds the stretch, unless it is empty: then its mark speaks of the next one.
    private static Optional<Mark> add(String text, int from, int to, Optional<Mark> mark, List<Piece> pieces) {
        String inner = from < to ? AROUND.matcher(text.substring(from, to)).replaceAll("") : "";
        if (inner.isEmpty()) {
            return mark;
        }
        pieces.add(new Piece(inner, mark));
        return Optional.empty();
    }
}
