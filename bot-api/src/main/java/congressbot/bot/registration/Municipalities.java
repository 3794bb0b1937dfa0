package congressbot.bot.registration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// All Brazilian municipalities and their states. Source: IBGE; see the file `NOTICE`. [Places] finds them in a text.
public final class Municipalities {
    private final Map<Uf, State> states = new EnumMap<>(Uf.class);
    private final List<Municipality> all;

    private Municipalities() {
        Rows.of("states.csv", 4)
                .map(row -> new State(
                        Uf.valueOf(row.get(0)),
                        row.get(1),
                        row.get(2),
                        Rows.folded(row.get(3)).toList()))
                .forEach(state -> states.put(state.code(), state));
        all = Rows.of("municipalities.csv", 3)
                .skip(1)
                .map(row -> new Municipality(Integer.parseInt(row.get(0)), row.get(1), Uf.valueOf(row.get(2))))
                .toList();
    }

    /// A state, or the Federal District.
    ///
    /// @param others further spellings of its name, folded
    record State(Uf code, String name, String capital, List<String> others) {}

    /// Reads the lists that ship with the program.
    public static Municipalities load() {
        return new Municipalities();
    }

    List<Municipality> all() {
        return all;
    }

    List<State> states() {
        return List.copyOf(states.values());
    }

    /// The states with their names in full.
    public Map<Uf, String> stateNames() {
        return states().stream().collect(Collectors.toUnmodifiableMap(State::code, State::name));
    }

    /// The state's name in full.
    String nameOf(Uf state) {
        return Optional.ofNullable(states.get(state)).map(State::name).orElse(state.name());
    }

    boolean isCapital(Municipality city) {
        return Optional.ofNullable(states.get(city.state()))
                .filter(state -> state.capital().equals(city.name()))
                .isPresent();
    }
}
