package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds municipalities by how their names are written, without guessing.
final class CityNames {
    /// Readings of a text with several abbreviations.
    private static final int MOST_READINGS = 64;

    private final PlaceWords words;
    private final Map<String, List<Municipality>> bySpaced = new HashMap<>();
    private final Map<String, List<Municipality>> byJoined = new HashMap<>();
    private final Map<String, List<Municipality>> byMainWords = new HashMap<>();
    private final Map<String, List<Municipality>> byNickname = new HashMap<>();
    private final Map<String, List<String>> abbreviations = new HashMap<>();

    CityNames(Municipalities municipalities, PlaceWords words) {
        this.words = words;
        for (Municipality city : municipalities.all()) {
            Wording name = Wording.of(city.name());
            put(bySpaced, name.spaced(), city);
            put(byJoined, name.joined(), city);
            put(byMainWords, mainWords(List.of(name.spaced().split(" "))), city);
        }
        Rows.of("nicknames.csv", 3)
                .forEach(row ->
                        put(byNickname, Wording.of(row.get(0)).joined(), official(row.get(1), Uf.valueOf(row.get(2)))));
        Rows.of("abbreviations.csv", 2)
                .forEach(row -> abbreviations.put(
                        Spelling.folded(row.get(0)), Rows.folded(row.get(1)).toList()));
    }

    private static void put(Map<String, List<Municipality>> index, String key, Municipality city) {
        index.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(city);
    }

    private String mainWords(List<String> name) {
        return String.join(
                " ", name.stream().filter(word -> !words.isSmall(word)).toList());
    }

    /// The municipality of our own lists.
    Municipality official(String name, Uf state) {
        return bySpaced.getOrDefault(Spelling.folded(name), List.of()).stream()
                .filter(city -> city.state() == state && city.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no municipality " + name + " in " + state));
    }

    /// By the name in its words, or a nickname.
    List<Municipality> named(Wording wording) {
        List<Municipality> official = bySpaced.getOrDefault(wording.spaced(), List.of());
        return official.isEmpty() ? nicknamed(wording) : asAccented(official, wording);
    }

    List<Municipality> nicknamed(Wording wording) {
        return byNickname.getOrDefault(wording.joined(), List.of());
    }

    /// Wherever the spaces are: `Olho Dagua`.
    List<Municipality> joined(Wording wording) {
        List<Municipality> official = byJoined.getOrDefault(wording.joined(), List.of());
        return official.isEmpty() ? nicknamed(wording) : asAccented(official, wording);
    }

    /// Accents tell some names apart, but only who types accents means them: "goiana" may be Goianá.
    private static List<Municipality> asAccented(List<Municipality> cities, Wording wording) {
        List<Municipality> exact =
                cities.stream().filter(city -> wording.isSpelt(city.name())).toList();
        return (wording.hasAccents() && exact.size() == 1 ? exact : cities)
                .stream().sorted(Comparator.comparing(Municipality::state)).toList();
    }

    /// With abbreviated words in full, and small words missing: `S. José Campos`.
    List<Municipality> loosely(Wording wording) {
        if (wording.size() < 2) {
            return List.of();
        }
        List<List<String>> readings = List.of(List.of());
        for (Wording.Word word : wording.words()) {
            List<String> meanings = meanings(word.folded());
            if (readings.size() * meanings.size() > MOST_READINGS) {
                return List.of();
            }
            readings = readings.stream()
                    .flatMap(reading -> meanings.stream()
                            .map(meaning -> Stream.concat(reading.stream(), Stream.of(meaning))
                                    .toList()))
                    .toList();
        }
        return readings.stream()
                .map(this::mainWords)
                .distinct()
                .flatMap(reading -> byMainWords.getOrDefault(reading, List.of()).stream())
                .distinct()
                .sorted(Comparator.comparing(Municipality::name).thenComparing(Municipality::state))
                .toList();
    }

    private List<String> meanings(String word) {
        List<String> full = abbreviations.getOrDefault(word, List.of());
        return full.isEmpty()
                ? List.of(word)
                : Stream.concat(Stream.of(word), full.stream()).toList();
    }

    /// Every name without its spaces, with those that bear it.
    Set<Map.Entry<String, List<Municipality>>> all() {
        return byJoined.entrySet();
    }
}
