package congressbot.bot.registration;

import congressbot.bot.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises where a person lives: see [Places].
final class Cities implements Recogniser {
    /// What could be the name of a place: up to four words.
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'-]+(?: [\\p{L}\\p{M}'-]+){0,3}");

    private final Places places;
    private final Words words;

    Cities(Places places, Words words) {
        this.places = places;
        this.words = words;
    }

    @Override
    public Field field() {
        return Field.CITY;
    }

    @Override
    public List<Finding> find(Said said) {
        return List.of();
    }

    @Override
    public Parsed<? extends Place> read(String piece) {
        return switch (places.find(piece, words)) {
            case Found.One(var place) -> new Parsed.Ok<>(place);
            case Found.Several(var municipalities) -> new Parsed.Choose<>(municipalities);
            case Found.Maybe(var candidates) ->
                candidates.size() == 1
                        ? new Parsed.Suggest<>(candidates.getFirst(), Optional.empty())
                        : new Parsed.Choose<>(candidates);
            // Perhaps the country comes next: "Toowoomba", "Australia".
            case Found.None(var reason)
            when reason == Reason.CITY_UNKNOWN && NAME.matcher(piece.strip()).matches() ->
                new Parsed.Part<>(piece.strip(), reason);
            case Found.None(var reason) -> new Parsed.Invalid<>(reason);
        };
    }

    @Override
    public Optional<Place> exactly(String piece) {
        return places.exactly(piece);
    }

    /// The country, or the state, of a city.
    @Override
    public Optional<Parsed<? extends Answer>> completed(String city, Said rest) {
        return exactly(rest.text()).isEmpty()
                        && places.find(city + ", " + rest.text(), words) instanceof Found.One(Place place)
                ? Optional.of(new Parsed.Ok<>(place))
                : Optional.empty();
    }
}
