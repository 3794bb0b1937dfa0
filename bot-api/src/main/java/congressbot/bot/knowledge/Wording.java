package congressbot.bot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a question is about, word by word.
///
/// @param terms its subjects and kinds, each once
/// @param leans it says too little alone, or begins like the second half of something: "and for students?"
/// @param unpublished it asks for what documents never tell: how many places are left right now
record Wording(List<Term> terms, boolean leans, boolean unpublished) {
    Wording {
        terms = List.copyOf(terms);
    }

    /// The kinds of answer that it asks for.
    Set<String> kinds() {
        return terms.stream()
                .filter(term -> term.role() == Term.Role.KIND || term.role() == Term.Role.HINT)
                .flatMap(term -> term.exact().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean has(Term.Role role) {
        return terms.stream().anyMatch(term -> term.role() == role);
    }

    /// "When is it?", "what does it cost?": it names nothing of the congress, and so is about the congress itself.
    boolean isAboutTheWhole() {
        return (has(Term.Role.KIND) || has(Term.Role.HINT))
                && terms.stream()
                        .filter(term -> term.role() == Term.Role.SUBJECT || term.role() == Term.Role.DAY)
                        .allMatch(Term::isNumber);
    }

    /// Nothing in it can be looked for.
    boolean isNothing() {
        return terms.isEmpty();
    }

    /// The same in the light of the question before: its own words come first, the earlier ones help.
    Wording after(Wording before) {
        return with(before, term -> switch (term.role()) {
            case SUBJECT -> true;
            case DAY -> !has(Term.Role.DAY);
            case KIND -> !has(Term.Role.KIND);
            case HINT, SIDE, WEAK, BONUS -> false;
        });
    }

    /// A new subject, about which the same is asked: "when does it open? – and close?"
    Wording afterKindsOf(Wording before) {
        return with(before, term -> term.role() == Term.Role.KIND && !has(Term.Role.KIND));
    }

    private Wording with(Wording before, Predicate<Term> wanted) {
        List<Term> together = new ArrayList<>(terms);
        before.terms().stream()
                .filter(wanted)
                .filter(term -> terms.stream().noneMatch(term::isSameAs))
                .map(Term::asLent)
                .forEach(together::add);
        return new Wording(together, false, unpublished);
    }
}
