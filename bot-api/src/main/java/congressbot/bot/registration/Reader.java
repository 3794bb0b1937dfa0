package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads everything that a message tells. First the values that give themselves away by their form; what lies between
/// them is cut into pieces, which a [Reading] distributes.
final class Reader {
    private final Recognisers recognisers;
    private final Words words;
    private final Marks marks;

    Reader(Recognisers recognisers, Words words) {
        this.recognisers = recognisers;
        this.words = words;
        this.marks = new Marks(words);
    }

    /// What the reading depends on.
    ///
    /// @param correcting the message says that something is wrong: its values may replace known ones
    record Asking(Optional<Field> asked, Answers known, boolean correcting) {
        boolean asks(Field field) {
            return asked.filter(field::equals).isPresent();
        }

        boolean misses(Field field) {
            return asks(field) || correcting || !known.has(field);
        }
    }

    Told read(Said said, Asking asking) {
        if (asking.asks(Field.CITY)) {
            Optional<? extends Answer> place = recognisers.of(Field.CITY).exactly(said.text());
            if (place.isPresent()) {
                return Told.of(place.get()); // Não-Me-Toque is no "no".
            }
        }
        List<Mark> introductions = marks.in(said.text());
        List<Finding> found = new ArrayList<>();
        recognisers.all().forEach(recogniser -> found.addAll(recogniser.find(said)));
        Findings findings = new Findings(said.text(), found, introductions, asking.asked(), asking::misses);
        Gathered gathered = new Gathered(asking);
        List<Span> taken = new ArrayList<>();
        for (Finding finding : findings.resolved()) {
            boolean certain = findings.introduced(finding)
                    || finding.field() == Field.EMAIL
                    || (finding.field() == Field.CPF && finding.sure());
            if (certain || asking.misses(finding.field())) {
                gathered.add(finding.answer());
                taken.add(finding.span());
            }
        }
        List<Piece> pieces = new ArrayList<>();
        List<Piece> cut = Piece.cut(said.text(), introductions, marks.turns(said.text()), taken);
        for (Piece piece : withBadgeBehind(cut, introductions)) {
            sort(piece, pieces, gathered);
        }
        new Reading(recognisers, words, said, pieces, gathered).distribute();
        return gathered.told();
    }

    /// "Put Chico Lima on the badge": the name stands before its mark.
    private static List<Piece> withBadgeBehind(List<Piece> cut, List<Mark> introductions) {
        boolean behind = !introductions.isEmpty()
                && introductions.getLast().introduces(Field.BADGE)
                && cut.stream().noneMatch(piece -> piece.fields().contains(Field.BADGE));
        if (!behind || cut.isEmpty() || cut.getLast().mark().isPresent()) {
            return cut;
        }
        List<Piece> pieces = new ArrayList<>(cut);
        pieces.set(pieces.size() - 1, new Piece(cut.getLast().text(), Optional.of(introductions.getLast())));
        return pieces;
    }

    /// Talk and what is said not to be so are left out, questions are kept apart.
    private void sort(Piece piece, List<Piece> pieces, Gathered gathered) {
        boolean denied = piece.mark().filter(mark -> mark.fields().isEmpty()).isPresent();
        if (denied || words.isTalk(piece.text())) {
            gathered.leftOut();
            return;
        }
        if (piece.mark().isEmpty() && asks(piece.text())) {
            gathered.question(piece.text());
        } else {
            pieces.add(piece);
        }
    }

    private boolean asks(String piece) {
        boolean valueAllTheSame = piece.endsWith("?")
                && (recognisers.of(Field.PROFILE).exactly(piece).isPresent()
                        || recognisers.of(Field.CITY).exactly(piece).isPresent()
                        || recognisers.of(Field.NAME).exactly(piece).isPresent());
        return isQuestion(piece) || (piece.contains("?") && !valueAllTheSame);
    }

    /// The value of a text that speaks of this field.
    Parsed<? extends Answer> value(Field field, String text) {
        return recognisers.of(field).read(text);
    }

    /// It is a question, or at least wears its mark.
    boolean asksSomething(String text) {
        return isQuestion(text) || (text.contains("?") && !words.is(Meaning.TAG, lastPart(text)));
    }

    /// It begins like a question, or holds a word that makes one together with its mark.
    boolean isQuestion(String text) {
        String folded = Spelling.folded(text);
        boolean tagged = words.is(Meaning.TAG, lastPart(text)) || words.begins(Meaning.MARK_NAME, folded);
        return !tagged
                && (words.begins(Meaning.QUESTION, folded)
                        || (text.contains("?") && words.contains(Meaning.QUESTION_WITH_MARK, folded)));
    }

    private static String lastPart(String text) {
        return text.substring(text.lastIndexOf(',') + 1);
    }

    /// The fields whose names stand in the message.
    List<Field> named(Said said) {
        return marks.in(said.text()).stream()
                .filter(mark -> !mark.fields().isEmpty())
                .map(mark -> mark.fields().getFirst())
                .distinct()
                .toList();
    }
}
