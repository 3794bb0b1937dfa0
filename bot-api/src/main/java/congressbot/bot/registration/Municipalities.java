package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All Brazilian municipalities, found by name. Source: IBGE; see the file `NOTICE`.
public final class Municipalities {
    /// Words of the longest name of a state.
    private static final int LONGEST_STATE = 4;

    private final List<Municipality> all = new ArrayList<>();
    private final Map<String, List<Municipality>> byName = new HashMap<>();
    private final Map<Uf, String> stateNames = new EnumMap<>(Uf.class);
    private final Map<String, Uf> states = new HashMap<>();

    private Municipalities() {}

    /// What a name led to.
    sealed interface Found {
        record One(Municipality municipality) implements Found {}

        /// At most one per state.
        record Several(List<Municipality> municipalities) implements Found {}

        record None(Reason reason) implements Found {}
    }

    /// Reads the list that ships with the program.
    public static Municipalities load() {
        Municipalities read = new Municipalities();
        lines("states.csv").map(line -> line.split(";", 2)).forEach(cells -> read.addState(cells[0], cells[1]));
        lines("municipalities.csv").skip(1).map(line -> line.split(";", 3)).forEach(cells -> read.add(cells));
        return read;
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = Municipalities.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no list " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addState(String code, String name) {
        Uf uf = Uf.valueOf(code);
        stateNames.put(uf, name);
        states.put(Spelling.folded(code), uf);
        states.put(Spelling.folded(name), uf);
    }

    private void add(String... cells) {
        Municipality municipality = new Municipality(Integer.parseInt(cells[0]), cells[1], Uf.valueOf(cells[2]));
        all.add(municipality);
        byName.computeIfAbsent(key(municipality.name()), _ -> new ArrayList<>(1))
                .add(municipality);
    }

    List<Municipality> all() {
        return List.copyOf(all);
    }

    /// The state's name in full.
    String nameOf(Uf state) {
        return stateNames.getOrDefault(state, state.name());
    }

    /// The state with this code or name.
    Optional<Uf> state(String text) {
        return Optional.ofNullable(states.get(Spelling.folded(text)));
    }

    /// Finds a municipality by its name, alone or with the state (`Bom Jesus - PI`, `Bom Jesus, Piauí`), whatever the
    /// case, accents and punctuation.
    Found find(String text, Words words) {
        Found asTyped = lookUp(text);
        String bare = words.withoutLeadIn(Meaning.CITY_LEAD_IN, Spelling.cleaned(text));
        return asTyped instanceof Found.None && !bare.equals(text) ? lookUp(bare) : asTyped;
    }

    private Found lookUp(String text) {
        // "Aracatu BA" has the letters of Araçatuba: a state at the end goes first.
        Found inState = withState(List.of(Spelling.folded(text).split(" ")));
        List<Municipality> named = inState instanceof Found.One ? List.of() : named(text);
        if (!named.isEmpty()) {
            return named.size() == 1 ? new Found.One(named.getFirst()) : new Found.Several(named);
        }
        return inState;
    }

    private List<Municipality> named(String text) {
        List<Municipality> named = byName.getOrDefault(key(text), List.of());
        // Accents tell some names apart, but only who types accents means them: "goiana" may be Goianá.
        List<Municipality> exact = named.stream()
                .filter(municipality -> lower(municipality.name()).equals(lower(Spelling.cleaned(text))))
                .toList();
        boolean accented = !text.chars().allMatch(letter -> letter < 0x80);
        return accented && exact.size() == 1
                ? exact
                : named.stream()
                        .sorted(Comparator.comparing(Municipality::state))
                        .toList();
    }

    private Found withState(List<String> words) {
        Reason reason = Reason.CITY_UNKNOWN;
        for (int length = 1; length <= Math.min(LONGEST_STATE, words.size()); length++) {
            int cut = words.size() - length;
            Optional<Uf> state = state(String.join(" ", words.subList(cut, words.size())));
            if (state.isPresent() && cut == 0) {
                return new Found.None(Reason.CITY_ONLY_STATE);
            }
            if (state.isPresent()) {
                List<Municipality> named = byName.getOrDefault(String.join("", words.subList(0, cut)), List.of());
                Optional<Municipality> there = named.stream()
                        .filter(municipality -> municipality.state() == state.get())
                        .findFirst();
                if (there.isPresent()) {
                    return new Found.One(there.get());
                }
                reason = named.isEmpty() ? reason : Reason.CITY_NOT_IN_STATE;
            }
        }
        return new Found.None(reason);
    }

    private static String key(String name) {
        return Spelling.folded(name).replace(" ", "");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
