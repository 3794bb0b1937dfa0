package congressbot.bot.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads municipalities whose name, or whose state's, is misspelt.
final class SlipReadings {
    private final NearCities near;
    private final States states;
    private final CityNames names;
    private final PlaceWords words;

    SlipReadings(NearCities near, States states, CityNames names, PlaceWords words) {
        this.near = near;
        this.states = states;
        this.names = names;
        this.words = words;
    }

    /// The likeliest first; with a state, only those of that state, unless the state may be a part of the name
    /// (`Bom Jesus do Tocantins`).
    List<Municipality> read(Wording wording) {
        for (int length = Math.min(States.LONGEST, wording.size() - 1); length > 0; length--) {
            Optional<Uf> state = states.named(wording.last(length));
            if (state.isPresent()) {
                return inState(wording, length, state.get());
            }
        }
        List<Municipality> whole = near.inBrazil(wording.joined());
        return whole.isEmpty() ? withSlipInState(wording) : whole;
    }

    private List<Municipality> inState(Wording wording, int stateLength, Uf state) {
        Wording name = words.withoutSmallEnd(wording.first(wording.size() - stateLength));
        List<Municipality> there = near.in(state, name.joined());
        boolean code = stateLength == 1 && wording.word(wording.size() - 1).length() == 2;
        List<Municipality> whole = near.inBrazil(wording.joined()).stream()
                .filter(city -> !code || city.state() == state)
                .toList();
        return Stream.concat(there.stream(), whole.stream()).distinct().toList();
    }

    private List<Municipality> withSlipInState(Wording wording) {
        List<Municipality> found = new ArrayList<>();
        for (int length = Math.min(States.LONGEST, wording.size() - 1); length > 0 && found.isEmpty(); length--) {
            Optional<Uf> state = states.nearly(wording.last(length));
            Wording name = words.withoutSmallEnd(wording.first(wording.size() - length));
            names.joined(name).stream()
                    .filter(city -> state.filter(city.state()::equals).isPresent())
                    .forEach(found::add);
        }
        return found;
    }
}
