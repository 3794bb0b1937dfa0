package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Municipalities whose name is nearly what was typed. A guess is always asked about.
///
/// All names are looked at: which letters a name has, and has twice, is one number, and comparing numbers rules out
/// nearly all of them.
final class NearCities {
    static final int MOST = 6;

    private static final int SLIP_FROM = 5;
    private static final int SLIP_FROM_IN_STATE = 3;
    private static final int TWO_SLIPS_FROM = 9;
    private static final int LETTERS = 32;

    private final List<List<Name>> byLength = new ArrayList<>();
    private final Municipalities municipalities;

    private record Name(String joined, long letters, List<Municipality> cities) {}

    private record Near(Municipality city, int slips, boolean sameBeginning) {}

    NearCities(CityNames names, Municipalities municipalities) {
        this.municipalities = municipalities;
        for (Map.Entry<String, List<Municipality>> entry : names.all()) {
            String joined = entry.getKey();
            while (byLength.size() <= joined.length()) {
                byLength.add(new ArrayList<>());
            }
            byLength.get(joined.length()).add(new Name(joined, letters(joined), List.copyOf(entry.getValue())));
        }
    }

    /// The nearest ones in the whole country, best first.
    List<Municipality> inBrazil(String joined) {
        return joined.length() < SLIP_FROM ? List.of() : nearest(joined, _ -> true);
    }

    /// The nearest ones in this state, best first.
    List<Municipality> in(Uf state, String joined) {
        return joined.length() < SLIP_FROM_IN_STATE ? List.of() : nearest(joined, city -> city.state() == state);
    }

    private List<Municipality> nearest(String typed, Predicate<Municipality> wanted) {
        List<Near> near = new ArrayList<>();
        long letters = letters(typed);
        for (int length = Math.max(0, typed.length() - 2);
                length <= Math.min(typed.length() + 2, byLength.size() - 1);
                length++) {
            int allowed = length >= TWO_SLIPS_FROM ? 2 : 1;
            if (Math.abs(length - typed.length()) <= allowed) {
                for (Name name : byLength.get(length)) {
                    // A slip takes at most one letter away and brings at most one: two bits.
                    if (Long.bitCount(name.letters ^ letters) <= 2 * allowed) {
                        add(near, typed, name, allowed, wanted);
                    }
                }
            }
        }
        return best(near);
    }

    private static void add(List<Near> near, String typed, Name name, int allowed, Predicate<Municipality> wanted) {
        int slips = Spelling.distance(typed, name.joined);
        if (slips <= allowed) {
            boolean sameBeginning = typed.charAt(0) == name.joined.charAt(0);
            name.cities.stream()
                    .filter(wanted)
                    .map(city -> new Near(city, slips, sameBeginning))
                    .forEach(near::add);
        }
    }

    private List<Municipality> best(List<Near> near) {
        int least = near.stream().mapToInt(Near::slips).min().orElse(0);
        return near.stream()
                .filter(candidate -> candidate.slips == least)
                .sorted(Comparator.comparing((Near candidate) -> !municipalities.isCapital(candidate.city))
                        .thenComparing(candidate -> !candidate.sameBeginning)
                        .thenComparing(candidate -> candidate.city.name())
                        .thenComparing(candidate -> candidate.city.state()))
                .map(Near::city)
                .limit(MOST)
                .toList();
    }

    /// Which letters there are once (low half) and more than once (high half).
    private static long letters(String joined) {
        long letters = 0;
        for (int i = 0; i < joined.length(); i++) {
            long letter = 1L << (joined.charAt(i) % LETTERS);
            letters |= (letters & letter) == 0 ? letter : letter << LETTERS;
        }
        return letters;
    }
}
