package congressbot.bot.llm.gate;

import congressbot.bot.text.Language;
import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Most words of an answer that carry meaning are those of the proof, or of the same family, or mean the same. Another
/// language has other words: there the words of the same meaning are all that can be asked for.
final class Grounding implements Check {
    /// Share of an answer's words that must stand in the proof, in hundredths.
    private static final int OWN_LANGUAGE = 60;

    private static final int OTHER_LANGUAGE = 25;

    /// The same for each of its sentences: a foreign one must not hide among others.
    private static final int OF_A_SENTENCE = 40;

    private static final int WHOLE = 100;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s)|[;:\\n]");
    private static final int SHORTEST_WORD = 4;

    /// Letters that words of a family share.
    private static final int FAMILY = 5;

    private static final int SHORT_FAMILY = 4;

    private final Set<String> empty = Lists.words("empty.txt");
    private final List<List<String>> kindred = Lists.groups("kindred.txt");

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        Known known = new Known(proof);
        List<String> words = telling(answer);
        long grounded = known.count(words);
        boolean own = proof.language() == Language.PORTUGUESE;
        return grounded == 0
                || grounded * WHOLE < (long) (own ? OWN_LANGUAGE : OTHER_LANGUAGE) * words.size()
                || SENTENCE_END.splitAsStream(answer).map(this::telling).anyMatch(known::isFarFrom);
    }

    /// The words that carry meaning.
    private List<String> telling(String text) {
        return Arrays.stream(Negations.resolved(Spelling.folded(text)).split(" ", -1))
                .filter(word -> word.length() >= SHORTEST_WORD
                        && !empty.contains(word)
                        && word.codePoints().allMatch(Character::isLetter))
                .toList();
    }

    /// The words of the proof, by how they begin, and what they mean.
    private final class Known {
        private final Map<Integer, List<String>> words;
        private final Set<Integer> meanings = new HashSet<>();
        private final int share;

        Known(Proof proof) {
            Set<String> meant = proof.meant();
            words = meant.stream()
                    .filter(word -> word.length() >= SHORT_FAMILY - 1)
                    .collect(Collectors.groupingBy(Grounding::beginning));
            meant.forEach(word -> meanings.addAll(Grounding.this.meanings(word)));
            share = proof.language() == Language.PORTUGUESE ? OF_A_SENTENCE : 1;
        }

        long count(List<String> said) {
            return said.stream().filter(this::has).count();
        }

        private boolean has(String word) {
            return words.getOrDefault(beginning(word), List.of()).stream().anyMatch(known -> akin(word, known))
                    || Grounding.this.meanings(word).stream().anyMatch(meanings::contains);
        }

        /// A sentence among others that speaks of something else.
        boolean isFarFrom(List<String> sentence) {
            return count(sentence) * WHOLE < (long) share * sentence.size();
        }
    }

    /// Words of a family begin alike.
    private static int beginning(String word) {
        return word.substring(0, SHORT_FAMILY - 1).hashCode();
    }

    private static boolean akin(String word, String known) {
        int shared = 0;
        int shorter = Math.min(word.length(), known.length());
        while (shared < shorter && word.charAt(shared) == known.charAt(shared)) {
            shared++;
        }
        return shared >= FAMILY || (shared >= SHORT_FAMILY - 1 && shared >= shorter - 1);
    }

    /// The groups of words of the same meaning to which a word belongs: those that hold a beginning of it.
    private List<Integer> meanings(String word) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < kindred.size(); i++) {
            if (kindred.get(i).stream().anyMatch(word::startsWith)) {
                found.add(i);
            }
        }
        return found;
    }
}
