package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Well-known places that are no municipality, or often mean another one.
final class Districts {
    private final Map<String, List<District>> byName = new HashMap<>();

    /// @param asked its name alone is asked about even where a municipality bears it
    private record District(String name, Municipality city, boolean asked) {}

    Districts(CityNames names) {
        Rows.of("districts.csv", 4)
                .forEach(row -> byName.computeIfAbsent(Spelling.folded(row.get(0)), _ -> new ArrayList<>(1))
                        .add(new District(
                                row.get(0),
                                names.official(row.get(1), Uf.valueOf(row.get(2))),
                                !row.get(3).isEmpty())));
    }

    /// The municipalities in which a place of this name lies.
    List<Municipality> citiesOf(Wording wording) {
        return byName.getOrDefault(wording.spaced(), List.of()).stream()
                .map(District::city)
                .toList();
    }

    /// The name alone makes one think of them: with the state, they are certain.
    boolean areMeant(Wording wording) {
        return byName.getOrDefault(wording.spaced(), List.of()).stream().allMatch(District::asked);
    }

    /// Those of them that come to mind even though this municipality bears the name.
    List<Municipality> besides(Wording wording, Municipality namesake) {
        boolean meant = wording.hasAccents() && wording.isSpelt(namesake.name());
        return byName.getOrDefault(wording.spaced(), List.of()).stream()
                .filter(district -> district.asked && !(meant && !wording.isSpelt(district.name)))
                .map(District::city)
                .toList();
    }
}
