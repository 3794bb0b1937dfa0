package congressbot.bot.registration;

import java.util.List;

/// What a text that should name a place led to.
sealed interface Found {
    /// Certain.
    record One(Place place) implements Found {}

    /// One name, several states; two municipalities or more, by state.
    record Several(List<Municipality> municipalities) implements Found {
        public Several {
            municipalities = List.copyOf(municipalities);
            if (municipalities.size() < 2) {
                throw new IllegalArgumentException("a choice has two municipalities or more");
            }
        }
    }

    /// To be asked about: 1 to 6 candidates, the likeliest first.
    record Maybe(List<Place> candidates) implements Found {
        public Maybe {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty() || candidates.size() > NearCities.MOST) {
                throw new IllegalArgumentException("a guess has 1 to 6 candidates");
            }
        }
    }

    record None(Reason reason) implements Found {}

    /// The only one, or those with one name, or those to be asked about; several with one name differ in their states.
    static Found of(List<Municipality> cities) {
        long names = cities.stream()
                .map(city -> Wording.of(city.name()).joined())
                .distinct()
                .count();
        long states = cities.stream().map(Municipality::state).distinct().count();
        if (cities.size() == 1) {
            return new One(cities.getFirst());
        }
        return names == 1 && states == cities.size() ? new Several(cities) : asked(cities);
    }

    static Found asked(List<? extends Place> candidates) {
        return new Maybe(candidates.stream()
                .distinct()
                .limit(NearCities.MOST)
                .<Place>map(place -> place)
                .toList());
    }
}
