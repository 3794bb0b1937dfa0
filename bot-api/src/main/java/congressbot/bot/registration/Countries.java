package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Recognises countries, and cities in them.
final class Countries {
    /// Words of the longest name that people type.
    private static final int LONGEST = 5;

    /// Words of the longest name of a city that we believe.
    private static final int LONGEST_CITY = 5;

    private static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.of("en"), Locale.of("pt", "BR"));

    private final PlaceWords words;
    private final Map<String, String> byName = new HashMap<>();
    private final Set<String> spellings = new HashSet<>();
    private final Map<String, Abroad> knownCities = new HashMap<>();

    /// A text that ends with a country.
    ///
    /// @param certain it can hardly mean anything else
    record Read(Abroad city, boolean certain) {}

    Countries(PlaceWords words) {
        this.words = words;
        for (Locale language : LANGUAGES) {
            for (String code : Locale.getISOCountries()) {
                name(Locale.of("", code).getDisplayCountry(language), code);
            }
        }
        Rows.of("country-names.csv", 2).forEach(row -> name(row.get(0), row.get(1)));
        Rows.of("cities-abroad.csv", 3)
                .forEach(row -> Stream.concat(Rows.folded(row.get(0)), Rows.folded(row.get(2)))
                        .forEach(spelling -> knownCities.put(spelling, new Abroad(row.get(0), row.get(1)))));
    }

    private void name(String name, String code) {
        spellings.add(name.toLowerCase(Locale.ROOT));
        if (code.isEmpty()) {
            byName.remove(Spelling.folded(name));
        } else {
            byName.put(Spelling.folded(name), code);
        }
    }

    /// The ISO code of the country that this names.
    Optional<String> named(Wording wording) {
        return wording.size() > LONGEST ? Optional.empty() : Optional.ofNullable(byName.get(wording.spaced()));
    }

    /// A municipality of this name is called like the country to the letter.
    boolean spells(String municipality) {
        return spellings.contains(municipality.toLowerCase(Locale.ROOT));
    }

    /// A well-known city, without its country.
    Optional<Abroad> knownCity(Wording wording) {
        return Optional.ofNullable(knownCities.get(wording.spaced()));
    }

    /// A well-known city with its country.
    Optional<Abroad> knownCityAndCountry(Wording wording) {
        return cities(wording)
                .flatMap(city -> knownCity(words.withoutSmallEnd(city.name)).stream()
                        .filter(known -> known.country().equals(city.country)))
                .findFirst();
    }

    /// Any city with its country.
    Optional<Read> cityAndCountry(Wording wording) {
        return cities(wording).findFirst().flatMap(this::believed);
    }

    private record Candidate(Wording name, String country) {}

    /// The longest country at the end first: Papua New Guinea is not Guinea.
    private Stream<Candidate> cities(Wording wording) {
        List<Candidate> cities = new ArrayList<>();
        for (int length = Math.min(LONGEST, wording.size() - 1); length > 0; length--) {
            Wording name = wording.first(wording.size() - length);
            named(wording.last(length))
                    .filter(code -> !code.equals(Abroad.BRAZIL))
                    .ifPresent(code -> cities.add(new Candidate(name, code)));
        }
        return cities.stream();
    }

    private Optional<Read> believed(Candidate candidate) {
        Wording name = words.withoutSmallEnd(candidate.name);
        boolean city = !name.isEmpty()
                && name.size() <= LONGEST_CITY
                && name.asTyped().length() <= Abroad.MAX_LENGTH
                && name.spaced().chars().allMatch(letter -> letter == ' ' || Character.isLetter(letter))
                && name.asTyped().chars().noneMatch(letter -> "@;,:=<>\"?!*".indexOf(letter) >= 0)
                && name.words().stream().noneMatch(word -> words.is(PlaceWords.Kind.NEVER, word.folded()))
                && Spelling.cleaned(name.asTyped()).equals(name.asTyped());
        boolean certain = name.isFollowedByPunctuation()
                || words.is(PlaceWords.Kind.IN, candidate.name.words().getLast().folded());
        return city
                ? Optional.of(new Read(new Abroad(withCapitals(name), candidate.country), certain))
                : Optional.empty();
    }

    /// Only a name typed in one case is touched.
    private String withCapitals(Wording name) {
        String typed = name.asTyped();
        String lower = typed.toLowerCase(Locale.ROOT);
        if (!typed.equals(lower) && !typed.equals(typed.toUpperCase(Locale.ROOT))) {
            return typed;
        }
        StringBuilder capitals = new StringBuilder(lower);
        int offset = name.words().getFirst().start();
        for (Wording.Word word : name.words()) {
            int start = word.start() - offset;
            if (start == 0 || !words.isSmall(word.folded())) {
                capitals.setCharAt(start, Character.toTitleCase(capitals.charAt(start)));
            }
        }
        return capitals.toString();
    }
}
