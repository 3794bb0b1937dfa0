package congressbot.bot.registration;

import congressbot.bot.registration.PlaceWords.Cut;
import congressbot.bot.registration.PlaceWords.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads Brazilian places that are written as they are called: alone, with their state, as a capital.
final class PlainReadings {
    private final PlaceWords words;
    private final States states;
    private final CityNames names;
    private final Districts districts;
    private final Countries countries;
    private final Map<Uf, Municipality> capitals = new HashMap<>();
    private final Map<Uf, Long> sizes = new HashMap<>();

    PlainReadings(
            Municipalities municipalities,
            PlaceWords words,
            States states,
            CityNames names,
            Districts districts,
            Countries countries) {
        this.words = words;
        this.states = states;
        this.names = names;
        this.districts = districts;
        this.countries = countries;
        for (Municipality city : municipalities.all()) {
            sizes.merge(city.state(), 1L, Long::sum);
            if (municipalities.isCapital(city)) {
                capitals.put(city.state(), city);
            }
        }
    }

    /// What the text is called, if it is one of ours.
    Optional<Found> read(Cut cut) {
        Wording wording = cut.wording();
        return state(cut)
                .or(() -> alone(cut, names.named(wording)))
                .or(() -> capital(wording))
                .or(() -> withState(wording))
                .or(() -> alone(cut, names.joined(wording)))
                .or(() -> withCity(wording))
                .or(() -> districtWithState(wording))
                .or(() -> found(countries.named(wording).isPresent() ? List.of() : names.loosely(wording)))
                .or(() -> stateTwice(wording));
    }

    private static Optional<Found> found(List<Municipality> cities) {
        return cities.isEmpty() ? Optional.empty() : Optional.of(Found.of(cities));
    }

    /// A state alone is the city when the capital is called the same, or when somebody says that it is a city.
    private Optional<Found> state(Cut cut) {
        return states.named(cut.wording()).map(state -> {
            List<Municipality> cities =
                    states.isMarked(cut.wording()) ? List.of() : namesakes(state, cut.wording(), cut.city());
            return cities.isEmpty() ? new Found.None(Reason.CITY_ONLY_STATE) : Found.of(cities);
        });
    }

    private List<Municipality> namesakes(Uf state, Wording wording, boolean city) {
        Optional<Municipality> capital = Optional.ofNullable(capitals.get(state));
        List<Municipality> cities = names.named(wording);
        boolean accented = wording.hasAccents()
                && cities.size() == 1
                && wording.isSpelt(cities.getFirst().name())
                && !states.isSpelt(state, wording);
        if (isOnly(state) || cities.equals(capital.stream().toList())) {
            return capital.stream().toList();
        }
        return city || accented ? cities : List.of();
    }

    /// The Federal District has one municipality.
    private boolean isOnly(Uf state) {
        return sizes.getOrDefault(state, 0L) == 1;
    }

    /// The name alone, unless it makes one think of another place as well.
    private Optional<Found> alone(Cut cut, List<Municipality> cities) {
        if (cities.isEmpty()) {
            return Optional.empty();
        }
        Wording wording = cut.wording();
        List<Place> besides = new ArrayList<>(districts.besides(wording, cities.getFirst()));
        countries.knownCity(wording).ifPresent(besides::add);
        if (!besides.isEmpty()) {
            return Optional.of(
                    Found.asked(Stream.concat(besides.stream(), cities.stream()).toList()));
        }
        return cities.size() > 1 || cut.city() ? found(cities) : orCountry(wording, cities.getFirst());
    }

    /// Colômbia is a municipality and a country, Franca is nearly one.
    private Optional<Found> orCountry(Wording wording, Municipality city) {
        if (countries.named(wording).isEmpty()) {
            return Optional.of(new Found.One(city));
        }
        if (countries.spells(city.name())) {
            return Optional.of(Found.asked(List.of(city)));
        }
        return wording.hasAccents() && !wording.isSpelt(city.name())
                ? Optional.empty()
                : Optional.of(new Found.One(city));
    }

    /// `Capital of Ceará`, `São Paulo, the capital`.
    private Optional<Found> capital(Wording wording) {
        int last = wording.size() - 1;
        if (words.is(Kind.CAPITAL, wording.word(0))) {
            return capitalOf(words.withoutSmallBeginning(wording.from(1)));
        }
        return words.is(Kind.CAPITAL, wording.word(last))
                ? capitalOf(words.withoutSmallEnd(wording.first(last)))
                : Optional.empty();
    }

    private Optional<Found> capitalOf(Wording rest) {
        if (rest.isEmpty()) {
            return Optional.of(new Found.None(Reason.CITY_ONLY_CAPITAL));
        }
        return states.named(rest)
                .map(capitals::get)
                .<Found>map(Found.One::new)
                .or(() -> withState(rest))
                .or(() -> found(names.named(rest).stream()
                        .filter(capitals::containsValue)
                        .toList()));
    }

    /// The longest state at the end first: Mato Grosso do Sul is not Mato Grosso.
    private Optional<Found> withState(Wording wording) {
        return endings(wording)
                .flatMap(ending -> in(ending.state, ending.rest).stream())
                .findFirst();
    }

    /// A state at the end of a text.
    private record Ending(Wording rest, Uf state) {}

    private Stream<Ending> endings(Wording wording) {
        List<Ending> endings = new ArrayList<>();
        for (int length = Math.min(States.LONGEST, wording.size() - 1); length > 0; length--) {
            Wording rest = words.withoutSmallEnd(wording.first(wording.size() - length));
            if (!rest.isEmpty()) {
                states.named(wording.last(length)).ifPresent(state -> endings.add(new Ending(rest, state)));
            }
        }
        return endings.stream();
    }

    /// "Mato Grosso, MT".
    private Optional<Found> stateTwice(Wording wording) {
        return endings(wording)
                .filter(ending -> states.named(ending.rest).equals(Optional.of(ending.state)))
                .findFirst()
                .map(_ -> new Found.None(Reason.CITY_ONLY_STATE));
    }

    private Optional<Found> in(Uf state, Wording name) {
        return found(only(state, names.joined(name))).or(() -> found(only(state, names.loosely(name))));
    }

    private static List<Municipality> only(Uf state, List<Municipality> cities) {
        return cities.stream().filter(city -> city.state() == state).toList();
    }

    private Optional<Found> districtWithState(Wording wording) {
        return endings(wording)
                .flatMap(ending -> districtIn(ending.state, ending.rest).stream())
                .findFirst();
    }

    private Optional<Found> districtIn(Uf state, Wording name) {
        List<Municipality> cities = only(state, districts.citiesOf(name));
        if (cities.isEmpty()) {
            return Optional.empty();
        }
        return isOnly(state) || districts.areMeant(name) ? found(cities) : Optional.of(Found.asked(cities));
    }

    /// "Copacabana, Rio de Janeiro": a place and its municipality, perhaps with the state.
    private Optional<Found> withCity(Wording wording) {
        for (int length = wording.size() - 1; length > 0; length--) {
            List<Municipality> of = districts.citiesOf(words.withoutSmallEnd(wording.first(length)));
            List<Municipality> there = of.isEmpty()
                    ? List.of()
                    : exactly(wording.from(length)).orElse(List.of()).stream()
                            .filter(of::contains)
                            .toList();
            if (there.size() == 1) {
                return found(there);
            }
        }
        return Optional.empty();
    }

    /// Municipalities by name, alone or with the state.
    Optional<List<Municipality>> exactly(Wording wording) {
        if (wording.isEmpty()) {
            return Optional.empty();
        }
        Optional<Uf> state = states.named(wording);
        if (state.isPresent()) {
            return state.map(known -> namesakes(known, wording, false)).filter(cities -> !cities.isEmpty());
        }
        List<Municipality> named = names.named(wording);
        return named.isEmpty() ? inState(wording) : Optional.of(named);
    }

    private Optional<List<Municipality>> inState(Wording wording) {
        return endings(wording)
                .map(ending -> only(ending.state, names.joined(ending.rest)))
                .filter(cities -> !cities.isEmpty())
                .findFirst();
    }

    /// The municipality that this names and nothing else does.
    Optional<Municipality> strictly(Wording wording) {
        Optional<Municipality> inState =
                inState(wording).filter(cities -> cities.size() == 1).map(List::getFirst);
        List<Municipality> joined = names.joined(wording);
        boolean doubtful = joined.size() != 1
                || isCode(wording)
                || countries.knownCity(wording).isPresent()
                || (countries.named(wording).isPresent()
                        && countries.spells(joined.getFirst().name()))
                || !districts.besides(wording, joined.getFirst()).isEmpty()
                || (states.named(wording).isPresent() && !capitals.containsValue(joined.getFirst()));
        return inState.isPresent() || doubtful ? inState : Optional.of(joined.getFirst());
    }

    private boolean isCode(Wording wording) {
        return wording.size() == 1
                && wording.word(0).length() == 2
                && states.named(wording).isPresent();
    }

    /// A municipality with a state in which it is not.
    Optional<Found> mismatch(Cut cut) {
        return endings(cut.wording())
                        .anyMatch(ending -> !names.joined(ending.rest).isEmpty())
                ? Optional.of(new Found.None(Reason.CITY_NOT_IN_STATE))
                : Optional.empty();
    }
}
