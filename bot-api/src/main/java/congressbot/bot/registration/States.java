package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Recognises states.
final class States {
    /// Words of the longest name.
    static final int LONGEST = 5;

    /// Shorter ones turn into each other too easily.
    private static final int SLIP_FROM = 5;

    private static final int TWO_SLIPS_FROM = 9;
    private static final int FEW_WORDS = 3;

    private final Map<String, Uf> bySpelling = new HashMap<>();
    private final List<Municipalities.State> states;
    private final List<Municipalities.State> longestFirst;
    private final PlaceWords words;

    States(Municipalities municipalities, PlaceWords words) {
        this.states = municipalities.states();
        this.longestFirst = states.stream()
                .sorted(Comparator.comparingInt(
                        (Municipalities.State state) -> -state.name().length()))
                .toList();
        this.words = words;
        for (Municipalities.State state : states) {
            Stream.concat(
                            Stream.of(state.code().name().toLowerCase(Locale.ROOT), Spelling.folded(state.name())),
                            state.others().stream())
                    .forEach(spelling -> bySpelling.put(spelling.replace(" ", ""), state.code()));
        }
    }

    /// A code, a name, "the state of …", and nothing else.
    Optional<Uf> named(Wording wording) {
        return known(wording).or(() -> isMarked(wording) ? known(bare(wording)) : Optional.empty());
    }

    private Optional<Uf> known(Wording wording) {
        return wording.size() > LONGEST ? Optional.empty() : Optional.ofNullable(bySpelling.get(wording.joined()));
    }

    /// The states whose names stand in a text, the longest names first; codes only in capitals, or
    /// where there is hardly anything else: "to" and "se" are words.
    List<Uf> mentioned(String text) {
        String rest = " " + Spelling.folded(text) + " ";
        boolean few = rest.strip().split(" ").length <= FEW_WORDS;
        List<Uf> found = new ArrayList<>();
        for (Municipalities.State state : longestFirst) {
            String name = " " + Spelling.folded(state.name()) + " ";
            String code = state.code().name();
            boolean coded = few
                    ? rest.contains(" " + code.toLowerCase(Locale.ROOT) + " ")
                    : Pattern.compile("\\b" + code + "\\b").matcher(text).find();
            if (rest.contains(name) || coded) {
                found.add(state.code());
                rest = rest.replace(name, "  ");
            }
        }
        return found;
    }

    boolean beginsLike(Uf state, String folded) {
        return folded.length() >= SLIP_FROM
                && states.stream()
                        .anyMatch(known -> known.code() == state
                                && Spelling.folded(known.name()).startsWith(folded));
    }

    /// It begins with a word for "state".
    boolean isMarked(Wording wording) {
        return !wording.isEmpty() && words.is(PlaceWords.Kind.STATE, wording.word(0));
    }

    /// It is typed with the accents of the state's name.
    boolean isSpelt(Uf state, Wording wording) {
        return states.stream().anyMatch(known -> known.code() == state && wording.isSpelt(known.name()));
    }

    private Wording bare(Wording wording) {
        return words.withoutSmallBeginning(isMarked(wording) ? wording.from(1) : wording);
    }

    /// The one state whose name is nearest, small slips aside. A name in more or fewer words is another name: what is
    /// left of "mato grosso do sul" is no Mato Grosso.
    Optional<Uf> nearly(Wording wording) {
        Wording bare = bare(wording);
        String typed = bare.spaced();
        List<Municipalities.State> near = states.stream()
                .filter(state -> bare.size() == state.name().split(" ").length)
                .filter(state -> typed.length() >= SLIP_FROM && slips(state, typed) <= allowed(state))
                .sorted(Comparator.comparingInt(state -> slips(state, typed)))
                .toList();
        boolean clear = near.size() == 1 || (near.size() > 1 && slips(near.get(0), typed) < slips(near.get(1), typed));
        return clear ? Optional.of(near.getFirst().code()) : Optional.empty();
    }

    private static int slips(Municipalities.State state, String typed) {
        return Spelling.distance(typed, Spelling.folded(state.name()));
    }

    private static int allowed(Municipalities.State state) {
        return state.name().length() >= TWO_SLIPS_FROM ? 2 : 1;
    }
}
