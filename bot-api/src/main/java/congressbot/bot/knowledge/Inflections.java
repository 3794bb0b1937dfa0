package congressbot.bot.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Other forms of a word, as far as its ending tells. Some are no words at all: they meet no entry of a list, and do no
/// harm.
final class Inflections {
    /// What is left of a word without its ending, in letters.
    private static final int SHORTEST_STEM = 3;

    private final List<WordList.Pair> nouns = endings("endings");
    private final List<WordList.Pair> verbs = endings("verb-endings");
    private final List<WordList.Pair> plurals = endings("plural-endings");

    /// The word itself, and what it is in the singular, in the masculine, and when it is not small and dear.
    Set<String> forms(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        forms.addAll(replaced(word, nouns));
        return forms;
    }

    /// The verbs that it may be a form of.
    Set<String> infinitives(String word) {
        return replaced(word, verbs);
    }

    /// Plurals that stemming does not bring together with the singular.
    Set<String> plurals(String word) {
        return replaced(word, plurals);
    }

    private static Set<String> replaced(String word, List<WordList.Pair> endings) {
        Set<String> forms = new LinkedHashSet<>();
        for (WordList.Pair pair : endings) {
            int stem = word.length() - pair.left().length();
            if (stem >= SHORTEST_STEM && word.endsWith(pair.left())) {
                forms.add(word.substring(0, stem) + pair.right());
            }
        }
        return forms;
    }

    private static List<WordList.Pair> endings(String list) {
        return WordList.read(list).pairs().toList();
    }
}
