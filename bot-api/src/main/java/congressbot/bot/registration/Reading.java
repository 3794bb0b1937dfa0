package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Distributes the pieces of one message to the fields: first those that are introduced ("my name is …", `Cidade: …`),
/// then those that can hardly be anything else, and what is left to the field that was asked.
final class Reading {
    private final Recognisers recognisers;
    private final Words words;
    private final Said said;
    private final List<Piece> pieces;
    private final Gathered gathered;
    private final PlaceReading places;

    /// Values were found by their form.
    private final boolean amongOthers;

    Reading(Recognisers recognisers, Words words, Said said, List<Piece> pieces, Gathered gathered) {
        this.recognisers = recognisers;
        this.words = words;
        this.said = said;
        this.pieces = new ArrayList<>(pieces);
        this.gathered = gathered;
        this.places = new PlaceReading(recognisers.of(Field.CITY), words, said, gathered);
        this.amongOthers = !gathered.nothing();
    }

    void distribute() {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).mark().isPresent()) {
                introduced(i);
            }
        }
        pieces.removeIf(Piece::isSpent);
        boolean firstName = gathered.asks(Field.NAME) && gathered.nothing() && pieces.size() < 2;
        if (!firstName) { // Vitória and Natal are first names, too.
            loose();
        }
        gathered.asked().ifPresent(this::leftOver);
        if (amongOthers) {
            name();
        }
    }

    private void introduced(int i) {
        Piece piece = pieces.get(i);
        List<Field> fields = piece.fields();
        if (fields.contains(Field.CITY) && places.withNext(pieces, i)) {
            return;
        }
        pieces.set(i, piece.spent());
        if (fields.contains(Field.PHONE) && words.is(Meaning.THIS_PHONE, piece.text())) {
            gathered.doubt(Field.PHONE, new Parsed.OfTheChat<>());
            return;
        }
        if (fields.contains(Field.NAME) && fields.contains(Field.PROFILE) && titled(piece.text())) {
            return;
        }
        if (!read(piece, fields)) {
            pieces.set(i, new Piece(piece.introduction(said.text()) + " " + piece.text(), Optional.empty()));
        }
    }

    /// Whether something came of the piece.
    private boolean read(Piece piece, List<Field> fields) {
        List<Parsed<? extends Answer>> readings = fields.stream()
                .<Parsed<? extends Answer>>map(field -> of(field).read(text(piece, field)))
                .toList();
        for (int k = 0; k < fields.size(); k++) {
            // "I am …" may introduce anything: it does not replace what is known.
            boolean counts = fields.size() == 1 || gathered.misses(fields.get(k));
            if (counts && readings.get(k) instanceof Parsed.Ok<? extends Answer> ok) {
                gathered.add(ok.value());
                if (fields.get(k) == Field.PROFILE) {
                    places.inside(piece);
                }
                return true;
            }
        }
        for (int k = 0; k < fields.size(); k++) {
            boolean hopeless = readings.get(k) instanceof Parsed.Invalid<?>;
            if (gathered.misses(fields.get(k)) && (!hopeless || fields.size() == 1 || gathered.asks(fields.get(k)))) {
                gathered.doubt(fields.get(k), readings.get(k));
                return true;
            }
        }
        return false;
    }

    /// Places and passports are read with their introduction: `city of Goiás` is more than `of Goiás`.
    private String text(Piece piece, Field field) {
        String bare = words.withoutTail(Meaning.FILLER, words.withoutLeadIn(Meaning.CORRECT_LINK, piece.text()));
        boolean whole = field == Field.CITY || field == Field.CPF;
        return whole ? piece.introduction(said.text()) + " " + bare : bare;
    }

    /// "I am professor Ricardo Lemos": both. But a teacher "of the state's schools" is not called so.
    private boolean titled(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return false;
        }
        String rest = text.substring(space + 1);
        Optional<? extends Answer> title = of(Field.PROFILE).exactly(text.substring(0, space));
        Optional<? extends Answer> name = of(Field.NAME).exactly(rest);
        if (title.isEmpty() || name.isEmpty() || words.begins(Meaning.NAME_PARTICLE, rest)) {
            return false;
        }
        gathered.add(title.get());
        gathered.add(name.get());
        return true;
    }

    /// Pieces that nothing introduces and that can hardly be anything but a profile or a place. Where a
    /// name is still to come, the first piece that could be one is left alone: "Paula Freitas" is a
    /// city, too.
    private void loose() {
        int spared = spared();
        for (int i = 0; i < pieces.size(); i++) {
            boolean place = i != spared && gathered.wants(Field.CITY) && places.withNext(pieces, i);
            if (!place && i != spared && !pieces.get(i).isSpent()) {
                pieces.set(i, new Piece(stripped(pieces.get(i).text()), Optional.empty()));
            }
        }
        pieces.removeIf(Piece::isSpent);
        if (amongOthers) {
            pieces.forEach(this::doubtful);
        }
    }

    /// Beside other values: a city whose name several states share, an address with a slip.
    private void doubtful(Piece piece) {
        if (gathered.wants(Field.EMAIL) && piece.text().contains("@")) {
            gathered.doubt(Field.EMAIL, of(Field.EMAIL).read(piece.text()));
        }
        places.shared(piece);
    }

    private int spared() {
        boolean others = amongOthers || !gathered.nothing() || pieces.size() > 1;
        for (int i = 0; i < pieces.size() && others; i++) {
            String text = pieces.get(i).text();
            boolean could = of(Field.NAME).exactly(text).isPresent()
                    && of(Field.CITY)
                            .exactly(text)
                            .filter(place -> PlaceReading.namesState(text, place))
                            .isEmpty();
            if (could && (gathered.lacks(Field.NAME) || amongOthers) && !gathered.has(Field.NAME)) {
                return of(Field.PROFILE).exactly(text).isEmpty() ? i : -1;
            }
        }
        return -1;
    }

    /// What is left of a piece without profile and place.
    private String stripped(String text) {
        String rest = gathered.correcting() ? words.withoutLeadIn(Meaning.CORRECT_LINK, text) : text;
        boolean found = true;
        while (found && !rest.isEmpty()) {
            found = false;
            for (int from = 0; from >= 0 && !found; from = nextWord(rest, from)) {
                boolean whole = from == 0;
                Optional<? extends Answer> value =
                        whole || amongOthers ? exactly(rest.substring(from), whole) : Optional.empty();
                if (value.isPresent()) {
                    gathered.add(value.get());
                    rest = rest.substring(0, from).strip();
                    found = true;
                }
            }
        }
        return rest;
    }

    private static int nextWord(String text, int from) {
        int space = text.indexOf(' ', from);
        return space < 0 ? -1 : space + 1;
    }

    /// A place at the end of a longer piece needs its state where a name may precede it: `Ana Vitória` lives nowhere.
    private Optional<? extends Answer> exactly(String text, boolean whole) {
        if (gathered.wants(Field.PROFILE)) {
            Optional<? extends Answer> profile = of(Field.PROFILE).exactly(text);
            if (profile.isPresent()) {
                return profile;
            }
        }
        if (!gathered.wants(Field.CITY)) {
            return Optional.empty();
        }
        boolean certain = whole || !gathered.wants(Field.NAME);
        return of(Field.CITY).exactly(text).filter(place -> certain || PlaceReading.namesState(text, place));
    }

    /// What is left is for the field that was asked.
    private void leftOver(Field asked) {
        if (gathered.has(asked) || gathered.doubts(asked)) {
            return;
        }
        boolean alone = !amongOthers && gathered.empty();
        Optional<Parsed<? extends Answer>> whole = alone && !gathered.partly() && !gathered.correcting()
                ? Optional.of(of(asked).read(said.text().replace('\n', ' ')))
                : Optional.empty();
        if (whole.filter(parsed -> !(parsed instanceof Parsed.Invalid<?>)).isPresent()) {
            gathered.doubt(asked, whole.get());
            return;
        }
        List<Parsed<? extends Answer>> readings = pieces.stream()
                .<Parsed<? extends Answer>>map(
                        piece -> of(asked).read(words.withoutLeadIn(Meaning.CORRECT_LINK, piece.text())))
                .toList();
        readings.stream()
                .filter(Parsed.Ok.class::isInstance)
                .findFirst()
                .or(() -> readings.stream()
                        .filter(parsed -> !(parsed instanceof Parsed.Invalid<?>))
                        .findFirst())
                .or(() -> alone ? readings.stream().findFirst() : Optional.empty())
                .or(() -> whole)
                .ifPresent(parsed -> gathered.doubt(asked, parsed));
    }

    /// Beside other values, the first words that could be a name are the name.
    private void name() {
        if (gathered.wants(Field.NAME)) {
            pieces.stream()
                    .map(piece -> of(Field.NAME).exactly(piece.text()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(gathered::add);
        }
    }

    private Recogniser of(Field field) {
        return recognisers.of(field);
    }
}
