package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The words around the name of a place.
final class PlaceWords {
    /// Words of the longest phrase.
    private static final int LONGEST = 5;

    private final Map<Kind, Set<String>> lists = new EnumMap<>(Kind.class);

    enum Kind {
        /// Before the state or country: "in".
        IN,
        /// Small words inside names and between them: "of".
        OF,
        CITY,
        STATE,
        CAPITAL,
        LEAD_IN,
        TAIL,
        ABROAD,
        /// Never a part of the name of a city abroad.
        NEVER
    }

    PlaceWords() {
        Rows.of("place-words.csv", 2).forEach(row -> {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
            lists.computeIfAbsent(kind, _ -> new HashSet<>()).add(Spelling.folded(row.get(1)));
        });
    }

    /// A way to read the message: without more or less of the words at its beginning and end.
    ///
    /// @param city a word before it said that it is a city
    record Cut(Wording wording, boolean city) {}

    boolean is(Kind kind, String phrase) {
        return lists.getOrDefault(kind, Set.of()).contains(phrase);
    }

    boolean isSmall(String word) {
        return is(Kind.IN, word) || is(Kind.OF, word);
    }

    /// All ways to leave out words before and after the name, the least first.
    List<Cut> cuts(Wording whole, Words words) {
        return cuts(
                whole,
                phrase -> isLeadIn(phrase)
                        || words.of(Meaning.CITY_LEAD_IN).contains(phrase)
                        || words.of(Meaning.FILLER).contains(phrase)
                        || words.of(Meaning.GREETING).contains(phrase));
    }

    /// As above, in any language.
    List<Cut> cuts(Wording whole) {
        return cuts(whole, this::isLeadIn);
    }

    private boolean isLeadIn(String phrase) {
        return is(Kind.LEAD_IN, phrase) || is(Kind.CITY, phrase) || isSmall(phrase);
    }

    private List<Cut> cuts(Wording whole, Predicate<String> leadIn) {
        List<Cut> cuts = new ArrayList<>();
        Wording rest = whole;
        int tail = 0;
        do {
            rest = rest.first(rest.size() - tail);
            addCuts(cuts, rest, leadIn);
            tail = tail(rest);
        } while (tail > 0 && tail < rest.size());
        return cuts;
    }

    private void addCuts(List<Cut> cuts, Wording whole, Predicate<String> leadIn) {
        Wording rest = whole;
        boolean city = false;
        int lead = 0;
        do {
            city |= rest.first(lead).words().stream().anyMatch(word -> is(Kind.CITY, word.folded()));
            rest = rest.from(lead);
            cuts.add(new Cut(rest, city));
            lead = leadIn(rest, leadIn);
        } while (lead > 0);
    }

    private static int leadIn(Wording wording, Predicate<String> leadIn) {
        int length = Math.min(LONGEST, wording.size() - 1);
        while (length > 0 && !leadIn.test(wording.first(length).spaced())) {
            length--;
        }
        return length;
    }

    private int tail(Wording wording) {
        int length = Math.min(LONGEST, wording.size());
        while (length > 0 && !is(Kind.TAIL, wording.last(length).spaced())) {
            length--;
        }
        return length;
    }

    /// Without the small words, and those for "state", at the end.
    Wording withoutSmallEnd(Wording wording) {
        int size = wording.size();
        while (size > 0 && (isSmall(wording.word(size - 1)) || is(Kind.STATE, wording.word(size - 1)))) {
            size--;
        }
        return wording.first(size);
    }

    /// Without the small words at the beginning.
    Wording withoutSmallBeginning(Wording wording) {
        int start = 0;
        while (start < wording.size() && isSmall(wording.word(start))) {
            start++;
        }
        return wording.from(start);
    }
}
