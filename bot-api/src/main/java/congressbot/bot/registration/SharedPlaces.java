package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import congressbot.wire.message.Content;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which city a shared location is in, by its address or its name. Always a guess, to be confirmed: people share where
/// they are, and are asked where they live.
final class SharedPlaces {
    private static final String COMMA = ", ";
    private static final Pattern PARTS = Pattern.compile("\\s*[,;\\n]\\s*");

    /// At the end of an address, behind city and state: a Brazilian postcode, the country.
    private static final Pattern BEHIND_STATE = Pattern.compile("(?i)[0-9]{2}\\.?[0-9]{3}-?[0-9]{3}|bra[sz]il");

    private final Places places;
    private final Words words;

    SharedPlaces(Places places, Words words) {
        this.places = places;
        this.words = words;
    }

    /// The place as a suggestion, or several to choose from.
    Optional<Parsed<? extends Place>> guess(Content.Location location) {
        return location.address()
                .flatMap(this::inAddress)
                .or(() -> location.name().flatMap(this::inAddress))
                .<Parsed<? extends Place>>map(place -> new Parsed.Suggest<>(place, Optional.empty()))
                .or(() -> location.name().flatMap(this::named));
    }

    /// Nearer to the end stands what is larger. A city with its state goes first: `Goiás` alone is a city, too.
    private Optional<Place> inAddress(String address) {
        List<String> parts = PARTS.splitAsStream(address)
                .filter(part -> !part.isBlank() && !BEHIND_STATE.matcher(part).matches())
                .toList()
                .reversed();
        Stream<String> withState =
                Stream.iterate(1, i -> i < parts.size(), i -> i + 1).map(i -> parts.get(i) + COMMA + parts.get(i - 1));
        return Stream.concat(withState, parts.stream())
                .flatMap(text -> places.exactly(text).stream())
                .findFirst();
    }

    /// A hall is often named after its city. Names that only resemble a city's are no sign.
    private Optional<Parsed<? extends Place>> named(String name) {
        List<Place> candidates = switch (places.find(name, words)) {
            case Found.One(Place place) -> List.of(place);
            case Found.Several(var cities) -> List.copyOf(cities);
            case Found.Maybe(var guesses) -> guesses;
            case Found.None _ -> List.of();
        };
        List<Place> mentioned = candidates.stream()
                .filter(place -> mentions(Spelling.folded(name), place))
                .toList();
        return switch (mentioned.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Parsed.Suggest<>(mentioned.getFirst(), Optional.empty()));
            default -> Optional.of(new Parsed.Choose<>(mentioned));
        };
    }

    private static boolean mentions(String folded, Place place) {
        String city = switch (place) {
            case Municipality here -> here.name();
            case Abroad there -> there.city();
        };
        return (" " + folded + " ").contains(" " + Spelling.folded(city) + " ");
    }
}
