package congressbot.bot.registration;

import congressbot.bot.registration.PlaceWords.Cut;
import congressbot.bot.registration.PlaceWords.Kind;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Recognises places in what people type. Pure, and safe for many threads.
///
/// A reading that can mean one place only is taken, a name of several states is asked about, and so is every guess.
public final class Places {
    /// Words of the longest answer that is looked at, and of the longest one in which a slip is looked for.
    private static final int MOST_WORDS = 30;

    private static final int MOST_WORDS_WITH_SLIP = 10;

    private static final Pattern SEPARATOR = Pattern.compile("[,;/|()]| [-–—] ");

    private final PlaceWords words = new PlaceWords();
    private final States states;
    private final CityNames names;
    private final PlainReadings plain;
    private final Districts districts;
    private final Countries countries;
    private final SlipReadings slips;

    private Places(Municipalities municipalities) {
        this.states = new States(municipalities, words);
        this.names = new CityNames(municipalities, words);
        this.districts = new Districts(names);
        this.countries = new Countries(words);
        this.plain = new PlainReadings(municipalities, words, states, names, districts, countries);
        this.slips = new SlipReadings(new NearCities(names, municipalities), states, names, words);
    }

    /// Reads the lists that ship with the program, and prepares the search.
    public static Places of(Municipalities municipalities) {
        return new Places(municipalities);
    }

    /// What an answer to "in which city do you live?" names.
    Found find(String text, Words language) {
        Wording whole = wording(text);
        if (whole.isEmpty() || whole.size() > MOST_WORDS || text.indexOf('@') >= 0) {
            return new Found.None(Reason.CITY_UNKNOWN);
        }
        List<Cut> cuts = words.cuts(whole, language);
        return first(cuts, cut -> plain.read(cut).or(() -> abroad(cut)))
                .or(() -> first(cuts, this::known))
                .or(() -> countryAfterCity(cuts))
                .or(() -> first(cuts, plain::mismatch).isPresent() ? mismatch(cuts) : nearly(cuts))
                .or(() -> within(whole))
                .orElseGet(() -> new Found.None(Reason.CITY_UNKNOWN));
    }

    /// The place that a piece of a longer message names beyond doubt, and nothing besides.
    public Optional<Place> exactly(String text) {
        Wording wording = Wording.of(Spelling.cleaned(text));
        if (wording.isEmpty() || wording.size() > MOST_WORDS || text.indexOf('@') >= 0) {
            return Optional.empty();
        }
        return plain.strictly(wording).<Place>map(city -> city).or(() -> countries.knownCityAndCountry(wording));
    }

    /// The state that a text names, and nothing besides.
    public Optional<Uf> state(String text) {
        Wording whole = Wording.of(Spelling.cleaned(text));
        if (whole.isEmpty() || whole.size() > MOST_WORDS) {
            return Optional.empty();
        }
        List<Cut> cuts = words.cuts(whole);
        return cuts.stream()
                .flatMap(cut -> states.named(cut.wording()).stream())
                .findFirst()
                .or(() -> cuts.stream()
                        .flatMap(cut -> states.nearly(cut.wording()).stream())
                        .findFirst());
    }

    /// The states that a text names, wherever they stand: by name, or by a code in capitals.
    List<Uf> statesIn(String text) {
        return states.mentioned(text);
    }

    /// The text is how the state's name begins: "rio grande".
    boolean beginsLike(Uf state, String text) {
        return states.beginsLike(state, Spelling.folded(text));
    }

    /// A state or country that stands first goes last: "SP, Bauru", "Portugal, Lisboa".
    private Wording wording(String text) {
        String cleaned = Spelling.cleaned(text);
        String[] parts = SEPARATOR.split(cleaned, 2);
        boolean turned = parts.length == 2
                && !parts[1].isBlank()
                && words.cuts(Wording.of(parts[0])).stream().anyMatch(cut -> isStateOrCountry(cut.wording()))
                && words.cuts(Wording.of(parts[1])).stream().noneMatch(cut -> isStateOrCountry(cut.wording()));
        return Wording.of(turned ? parts[1].strip() + ", " + parts[0].strip() : cleaned);
    }

    private boolean isStateOrCountry(Wording wording) {
        return states.named(wording).isPresent() || countries.named(wording).isPresent();
    }

    private static Optional<Found> first(List<Cut> cuts, Function<Cut, Optional<Found>> reading) {
        return cuts.stream().flatMap(cut -> reading.apply(cut).stream()).findFirst();
    }

    /// A well-known city abroad with its country, nothing but a country, or nothing but "abroad".
    private Optional<Found> abroad(Cut cut) {
        Wording wording = cut.wording();
        if (words.is(Kind.ABROAD, wording.spaced())) {
            return Optional.of(new Found.None(Reason.CITY_ABROAD));
        }
        return countries
                .knownCityAndCountry(wording)
                .<Found>map(Found.One::new)
                .or(() -> countries.knownCity(wording).map(city -> Found.asked(List.of(city))));
    }

    /// A country alone, or a place in a municipality.
    private Optional<Found> known(Cut cut) {
        if (countries.named(cut.wording()).isPresent()) {
            return Optional.of(new Found.None(Reason.CITY_ONLY_COUNTRY));
        }
        List<Municipality> cities = districts.citiesOf(cut.wording());
        return cities.isEmpty() ? Optional.empty() : Optional.of(Found.asked(cities));
    }

    /// With the least words before the city, so that "I live in" is no part of it.
    private Optional<Found> countryAfterCity(List<Cut> cuts) {
        return first(
                cuts.reversed(), cut -> countries.cityAndCountry(cut.wording()).map(Places::asCertainAsItIs));
    }

    private static Found asCertainAsItIs(Countries.Read read) {
        return read.certain() ? new Found.One(read.city()) : Found.asked(List.of(read.city()));
    }

    private Optional<Found> mismatch(List<Cut> cuts) {
        return nearly(cuts).or(() -> Optional.of(new Found.None(Reason.CITY_NOT_IN_STATE)));
    }

    private Optional<Found> nearly(List<Cut> cuts) {
        return first(Stream.of(cuts.getFirst(), barest(cuts)).distinct().toList(), this::withSlip);
    }

    /// Without all the words before the name, but with those after it.
    private static Cut barest(List<Cut> cuts) {
        int end = cuts.getFirst().wording().words().getLast().end();
        return cuts.stream()
                .filter(cut -> cut.wording().words().getLast().end() == end)
                .toList()
                .getLast();
    }

    private Optional<Found> withSlip(Cut cut) {
        List<Municipality> near = cut.wording().size() > MOST_WORDS_WITH_SLIP ? List.of() : slips.read(cut.wording());
        return near.isEmpty() ? Optional.empty() : Optional.of(Found.asked(near));
    }

    /// Places that stand somewhere in a longer answer: between separators, or after "in" and "of".
    private Optional<Found> within(Wording whole) {
        Set<Municipality> found = new LinkedHashSet<>();
        for (Wording part : parts(whole)) {
            plain.exactly(part).ifPresent(found::addAll);
        }
        return found.isEmpty() || found.size() > NearCities.MOST
                ? Optional.empty()
                : Optional.of(Found.asked(List.copyOf(found)));
    }

    private List<Wording> parts(Wording whole) {
        List<Wording> parts = new ArrayList<>();
        for (String part : SEPARATOR.splitAsStream(whole.text()).toList()) {
            Wording wording = Wording.of(part.strip());
            parts.add(wording);
            for (int i = 1; i < wording.size(); i++) {
                if (words.isSmall(wording.word(i - 1))) {
                    parts.add(wording.from(i));
                }
            }
        }
        return parts;
    }
}
