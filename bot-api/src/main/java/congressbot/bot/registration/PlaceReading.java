package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the place that stands in several pieces of a message, or inside one.
final class PlaceReading {
    /// Words of a place inside a sentence, with its state.
    private static final int LONGEST_PLACE = 6;

    private final Recogniser cities;
    private final Words words;
    private final Said said;
    private final Gathered gathered;

    PlaceReading(Recogniser cities, Words words, Said said, Gathered gathered) {
        this.cities = cities;
        this.words = words;
        this.said = said;
        this.gathered = gathered;
    }

    /// A city in one piece and its state or country in the next: `Uberlândia, Minas Gerais`.
    ///
    /// @return whether both pieces were used
    boolean withNext(List<Piece> pieces, int i) {
        boolean free = i + 1 < pieces.size()
                && (pieces.get(i + 1).mark().isEmpty()
                        || pieces.get(i + 1).fields().contains(Field.CITY));
        if (!free) {
            return false;
        }
        Piece city = pieces.get(i);
        String next = pieces.get(i + 1).text();
        String joined = words.withoutLeadIn(Meaning.CORRECT_LINK, city.text()) + ", " + next;
        Optional<? extends Answer> whole =
                cities.exactly(city.introduction(said.text()) + " " + city.text() + ", " + next);
        Optional<? extends Answer> exactly = whole.isPresent() ? whole : cities.exactly(joined);
        if (exactly.isPresent()) {
            gathered.add(exactly.get());
        } else if (isStateOrCountry(next) && cities.read(joined) instanceof Parsed.Ok<? extends Answer> ok) {
            gathered.add(ok.value());
        } else if (isStateOrCountry(next) && cities.exactly(city.text()).isPresent()) {
            gathered.doubt(Field.CITY, new Parsed.Invalid<Place>(Reason.CITY_NOT_IN_STATE));
        } else {
            return false;
        }
        pieces.set(i, pieces.get(i).spent());
        pieces.set(i + 1, pieces.get(i + 1).spent());
        return true;
    }

    private boolean isStateOrCountry(String text) {
        return cities.read(text) instanceof Parsed.Invalid<?>(var reason)
                && (reason == Reason.CITY_ONLY_STATE || reason == Reason.CITY_ONLY_COUNTRY);
    }

    /// "I am a teacher in Patos de Minas".
    void inside(Piece piece) {
        if (!gathered.wants(Field.CITY)) {
            return;
        }
        String[] tokens = piece.text().split(" ", -1);
        for (int from = 1; from < tokens.length - 1; from++) {
            boolean in = words.of(Meaning.CITY_LEAD_IN).contains(Spelling.folded(tokens[from]));
            for (int to = Math.min(tokens.length, from + 1 + LONGEST_PLACE); in && to > from + 1; to--) {
                String place = String.join(" ", Arrays.asList(tokens).subList(from + 1, to));
                Optional<? extends Answer> found = cities.exactly(place);
                if (found.isPresent()) {
                    gathered.add(found.get());
                    return;
                }
            }
        }
    }

    /// A city whose name several states share.
    void shared(Piece piece) {
        boolean shared = gathered.wants(Field.CITY)
                && cities.read(piece.text()) instanceof Parsed.Choose<? extends Answer> choice
                && choice.candidates().stream()
                        .allMatch(place -> place instanceof Municipality city
                                && Spelling.folded(city.name()).equals(Spelling.folded(piece.text())));
        if (shared) {
            gathered.doubt(Field.CITY, cities.read(piece.text()));
        }
    }

    /// It says more than the name of the city.
    static boolean namesState(String text, Answer place) {
        return place instanceof Municipality city && !Spelling.folded(text).equals(Spelling.folded(city.name()));
    }
}
