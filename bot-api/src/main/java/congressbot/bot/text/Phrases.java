package congressbot.bot.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The phrases of one list, and where they stand in a text.
final class Phrases {
    /// From this length on (letters), one and two slips are forgiven: shorter words turn into other words too easily.
    private static final int ONE_SLIP_FROM = 7;

    private static final int TWO_SLIPS_FROM = 9;

    /// Words of the longest text that is nothing but a command, a yes, a greeting: more of them say more.
    private static final int LONGEST_TEXT = 20;

    private final Set<String> phrases;
    /// Words of the longest phrase.
    private final int longest;
    /// The same of the phrases that begin with a word: most words begin none, and are passed over at once.
    private final Map<String, Integer> longestByFirstWord = new HashMap<>();

    /// @param phrases folded
    Phrases(Set<String> phrases) {
        this.phrases = Collections.unmodifiableSet(phrases);
        phrases.forEach(phrase -> longestByFirstWord.merge(firstWord(phrase), wordCount(phrase), Math::max));
        longest = longestByFirstWord.values().stream().max(Integer::compare).orElse(0);
    }

    /// In the order of the list.
    Set<String> all() {
        return phrases;
    }

    /// The text consists of phrases of the list and of what may stand beside them.
    ///
    /// @param fillers phrases that may stand beside them
    /// @param ornament words that may, too
    boolean makeUp(String folded, Phrases fillers, Predicate<String> ornament) {
        int[] starts = starts(folded);
        int count = starts.length - 1;
        if (count > LONGEST_TEXT) {
            return false;
        }
        boolean[] covered = new boolean[count + 1];
        boolean[] meant = new boolean[count + 1];
        covered[0] = true;
        for (int from = 0; from < count; from++) {
            int reach = covered[from] ? reach(folded.substring(starts[from], starts[from + 1] - 1), fillers) : 0;
            for (int to = from + 1; to <= Math.min(count, from + reach); to++) {
                String phrase = folded.substring(starts[from], starts[to] - 1);
                boolean listed = phrases.contains(phrase);
                boolean fits = listed || fillers.phrases.contains(phrase) || ornament.test(phrase);
                covered[to] |= fits;
                meant[to] |= (meant[from] && fits) || listed;
            }
        }
        return covered[count] && meant[count];
    }

    /// Where each word begins, and where one behind the last would.
    private static int[] starts(String folded) {
        int[] starts = new int[wordCount(folded) + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = endOfWord(folded, starts[i - 1]) + 1;
        }
        return starts;
    }

    /// Words that a phrase or a filler that begins with this word may have; an ornament is one word.
    private int reach(String word, Phrases fillers) {
        return Math.max(1, Math.max(longestFrom(word), fillers.longestFrom(word)));
    }

    private int longestFrom(String word) {
        return longestByFirstWord.getOrDefault(word, 0);
    }

    /// A phrase of so many words or more stands somewhere in the text.
    boolean standIn(String folded, int least) {
        for (int from = 0; from < folded.length(); from = endOfWord(folded, from) + 1) {
            if (standAt(from, folded, least)) {
                return true;
            }
        }
        return false;
    }

    /// The text begins with a phrase.
    boolean begin(String folded) {
        return standAt(0, folded, 1);
    }

    private boolean standAt(int from, String folded, int least) {
        int most = longestFrom(folded.substring(from, endOfWord(folded, from)));
        int end = from - 1;
        for (int count = 1; count <= most && end < folded.length(); count++) {
            end = endOfWord(folded, end + 1);
            if (count >= least && phrases.contains(folded.substring(from, end))) {
                return true;
            }
        }
        return false;
    }

    /// A word of the list stands somewhere in the text, perhaps misspelt.
    boolean nearlyStandIn(String folded) {
        return List.of(folded.split(" ")).stream()
                .anyMatch(word -> phrases.stream().anyMatch(listed -> near(word, listed)));
    }

    private static boolean near(String word, String listed) {
        int slips = listed.length() >= TWO_SLIPS_FROM ? 2 : listed.length() >= ONE_SLIP_FROM ? 1 : 0;
        return word.equals(listed)
                || (Math.abs(word.length() - listed.length()) <= slips
                        && !word.isEmpty()
                        && word.charAt(0) == listed.charAt(0)
                        && Spelling.distance(word, listed) <= slips);
    }

    /// The text without the phrases, wherever they stand, spelt as it was.
    String cutFrom(String text) {
        List<String> kept = new ArrayList<>();
        List<String> tokens = List.of(text.split(" "));
        int from = 0;
        while (from < tokens.size()) {
            int end = endOfPhrase(tokens, from);
            if (end == from) {
                kept.add(tokens.get(from++));
            } else {
                from = end;
            }
        }
        return String.join(" ", kept);
    }

    /// Where the longest phrase that begins with this word ends; at the same place when there is none.
    private int endOfPhrase(List<String> tokens, int from) {
        for (int to = Math.min(tokens.size(), from + longest); to > from; to--) {
            if (phrases.contains(Spelling.folded(String.join(" ", tokens.subList(from, to))))) {
                return to;
            }
        }
        return from;
    }

    /// The text without the phrases at its beginning, spelt as it was.
    String cutFromStart(String text) {
        String rest = text;
        int end = endOfFirstPhrase(rest);
        while (end > 0) {
            rest = rest.substring(end).strip();
            end = endOfFirstPhrase(rest);
        }
        return rest;
    }

    /// Where the longest phrase that the text begins with, and does not end with, ends; 0 when there is none.
    private int endOfFirstPhrase(String text) {
        int last = 0;
        int words = 0;
        for (int end = text.indexOf(' '); end > 0 && words < longest; end = text.indexOf(' ', end + 1)) {
            if (phrases.contains(Spelling.folded(text.substring(0, end)))) {
                last = end;
            }
            words++;
        }
        return last;
    }

    /// The text without the phrases at its end, spelt as it was; its first word stays.
    String cutFromEnd(String text) {
        List<String> tokens = new ArrayList<>(List.of(text.split(" ")));
        int start = startOfLastPhrase(tokens);
        while (start < tokens.size()) {
            tokens.subList(start, tokens.size()).clear();
            start = startOfLastPhrase(tokens);
        }
        return String.join(" ", tokens);
    }

    /// Where the longest phrase that ends the text begins; behind the text when there is none.
    private int startOfLastPhrase(List<String> tokens) {
        for (int from = Math.max(1, tokens.size() - longest); from < tokens.size(); from++) {
            String phrase = Spelling.folded(String.join(" ", tokens.subList(from, tokens.size())));
            if (phrase.isEmpty() || phrases.contains(phrase)) {
                return from;
            }
        }
        return tokens.size();
    }

    private static int wordCount(String phrase) {
        return (int) phrase.chars().filter(letter -> letter == ' ').count() + 1;
    }

    private static String firstWord(String phrase) {
        return phrase.substring(0, endOfWord(phrase, 0));
    }

    private static int endOfWord(String folded, int from) {
        int space = folded.indexOf(' ', from);
        return space < 0 ? folded.length() : space;
    }
}
