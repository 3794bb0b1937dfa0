package congressbot.bot.knowledge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a question is about, in a form in which two questions can be compared: without what says nothing, and with one
/// name for all words that mean the same.
///
/// @param words what it names, in the order of the alphabet; a name that stands for many words begins with [#NAME]
/// @param kinds of answer that it asks for: a price, a time
public record Gist(String words, String kinds) {
    /// Names are the same or are not; words may be mistyped.
    public static final String NAME = "@";

    /// Words that are compared: more is a story.
    private static final int MOST_WORDS = 20;

    /// "Where is the cloakroom?" is answered by whatever answers "is there a cloakroom?".
    private static final String PLACE = "kindplace";

    private static final Set<Term.Role> NAMING = Set.of(Term.Role.SUBJECT, Term.Role.DAY, Term.Role.SIDE);

    private static final Set<String> GENERAL =
            WordList.read("gist-words").entries().collect(Collectors.toSet());

    /// @param folded the question as it was typed: what counts where it names nothing
    static Gist of(Wording wording, String folded, Lexicon lexicon) {
        List<Term> named = wording.terms().stream()
                .filter(Gist::names)
                .filter(term -> term.exact().stream().noneMatch(GENERAL::contains))
                .toList();
        String words = joined(named.stream().flatMap(term -> words(term, lexicon)));
        String kinds = joined(wording.terms().stream()
                .filter(term -> term.role() == Term.Role.KIND)
                .flatMap(term -> term.exact().stream())
                .filter(kind -> words.isEmpty() || !kind.equals(PLACE)));
        return new Gist(words.isEmpty() && kinds.isEmpty() ? folded : words, kinds);
    }

    /// What is told by the way is another matter with every person; a number is not.
    private static boolean names(Term term) {
        return NAMING.contains(term.role()) || (term.role() == Term.Role.BONUS && term.isNumber());
    }

    private static String joined(Stream<String> words) {
        return words.distinct().sorted().limit(MOST_WORDS).collect(Collectors.joining(" "));
    }

    /// A phrase may name more than the one thing that it is known for: "the password of the network".
    private static Stream<String> words(Term term, Lexicon lexicon) {
        Stream<String> within = term.exact().stream()
                .filter(phrase -> phrase.indexOf(' ') > 0)
                .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
                .filter(word -> !lexicon.isEmpty(word) && !lexicon.isWeak(word))
                .filter(word -> !lexicon.synonyms(word).isEmpty())
                .map(word -> name(lexicon.synonyms(word).stream()));
        return Stream.concat(Stream.of(word(term)), within);
    }

    private static String word(Term term) {
        boolean synonyms = !term.exact().containsAll(term.phrases());
        return synonyms
                ? name(term.phrases().stream())
                : plain(term.exact().stream()
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .orElseThrow());
    }

    private static String name(Stream<String> phrases) {
        return NAME + plain(phrases.sorted().findFirst().orElseThrow());
    }

    private static String plain(String phrase) {
        return phrase.replace(" ", "").replace("*", "").replace(Term.NUMBER, "");
    }
}
