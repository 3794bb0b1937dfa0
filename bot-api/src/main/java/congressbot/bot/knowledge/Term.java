package congressbot.bot.knowledge;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One thing that a question is about, with every word for it.
///
/// @param exact as it was asked, folded
/// @param phrases words and phrases that mean the same, folded
/// @param role how it counts
/// @param lent the question before lends it
record Term(Set<String> exact, Set<String> phrases, Role role, boolean lent) {
    /// In a phrase, any number.
    static final String NUMBER = "#";

    private static final String ANY_NUMBER = Stream.concat(
                    IntStream.range(0, 10).mapToObj(digit -> digit + ":*"),
                    Stream.of(
                            "um", "uma", "dois", "duas", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove",
                            "dez"))
            .collect(Collectors.joining(" | ", "(", ")"));

    /// How a term counts.
    enum Role {
        /// What the question is about: a passage that does not hold it does not answer.
        SUBJECT(1),
        /// A day of the congress.
        DAY(0.7),
        /// The kind of the answer: it says as little for a passage as it is missed where it lacks.
        KIND(0.6),
        /// What the answer likely holds.
        HINT(0.15),
        /// Told by the way: somebody, some place, some thing.
        SIDE(0.3),
        /// A common word.
        WEAK(0.2),
        /// A small number, or what somebody says of himself: it counts where it is met, and is not missed elsewhere.
        BONUS(0.5);

        final double weight;

        Role(double weight) {
            this.weight = weight;
        }
    }

    Term {
        exact = Set.copyOf(exact);
        phrases = Set.copyOf(phrases);
    }

    static Term of(Set<String> exact, Set<String> synonyms, Role role) {
        Set<String> all = new LinkedHashSet<>(exact);
        all.addAll(synonyms);
        return new Term(exact, all, role, false);
    }

    Term as(Role other) {
        return new Term(exact, phrases, other, lent);
    }

    Term asLent() {
        return new Term(exact, phrases, role, true);
    }

    /// With one more word for it.
    Term or(String phrase) {
        Set<String> more = new LinkedHashSet<>(phrases);
        more.add(phrase);
        return new Term(exact, more, role, lent);
    }

    boolean isSameAs(Term other) {
        return phrases.equals(other.phrases)
                || exact.stream().anyMatch(other.exact::contains)
                || (!synonyms().isEmpty() && synonyms().equals(other.synonyms()));
    }

    private Set<String> synonyms() {
        return phrases.stream().filter(phrase -> !exact.contains(phrase)).collect(Collectors.toUnmodifiableSet());
    }

    /// A year, a code of digits.
    boolean isNumber() {
        return exact.stream().allMatch(word -> word.chars().allMatch(Character::isDigit));
    }

    /// In the syntax of `to_tsquery`: letters, digits and its operators, nothing else.
    static String expression(Collection<String> phrases) {
        return phrases.stream()
                .sorted()
                .map(phrase -> "(" + phrase.replace(" ", " <-> ") + ")") // `word*` finds what begins so
                .map(phrase -> phrase.replace("*", ":*").replace(NUMBER, ANY_NUMBER))
                .collect(Collectors.joining(" | "));
    }
}
