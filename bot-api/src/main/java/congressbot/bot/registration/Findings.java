package congressbot.bot.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Decides which field a number belongs to that could be a value of several: eleven digits may be a CPF or a phone.
final class Findings {
    /// A mark speaks of a value at most so many characters further on: `cpf é o seguinte: …`.
    private static final int REACH = 24;

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\n]");

    private final String text;
    private final List<Finding> found;
    private final List<Mark> marks;
    private final Optional<Field> asked;
    private final Predicate<Field> missing;

    /// @param missing the fields that are not known yet
    Findings(String text, List<Finding> found, List<Mark> marks, Optional<Field> asked, Predicate<Field> missing) {
        this.text = text;
        this.found = found;
        this.marks = marks;
        this.asked = asked;
        this.missing = missing;
    }

    /// The findings of which none overlaps another.
    List<Finding> resolved() {
        List<Finding> clear = new ArrayList<>();
        List<Finding> rivals = new ArrayList<>();
        for (Finding finding : found) {
            if (!misplaced(finding) && !beaten(finding)) {
                (contested(finding) ? rivals : clear).add(finding);
            }
        }
        for (Finding rival : rivals) {
            boolean othersKnown = rivals.stream()
                    .filter(other -> !other.equals(rival) && other.span().overlaps(rival.span()))
                    .allMatch(other -> !missing.test(other.field()) || has(clear, other.field()));
            if (othersKnown && missing.test(rival.field()) && !has(clear, rival.field())) {
                clear.add(rival);
            }
        }
        return clear;
    }

    private static boolean has(List<Finding> findings, Field field) {
        return findings.stream().anyMatch(finding -> finding.field() == field);
    }

    /// It is introduced as something else, or answers the question for something else.
    private boolean misplaced(Finding finding) {
        Optional<Mark> mark = introduction(finding);
        if (mark.isPresent() && isNumber(mark.get())) {
            return !mark.get().introduces(finding.field());
        }
        boolean otherNumberAsked = asked.filter(
                        field -> field != finding.field() && (field == Field.CPF || field == Field.PHONE))
                .isPresent();
        return otherNumberAsked && !finding.sure() && found.size() == 1;
    }

    private static boolean isNumber(Mark mark) {
        return mark.introduces(Field.CPF) || mark.introduces(Field.PHONE);
    }

    boolean introduced(Finding finding) {
        return introduction(finding)
                .filter(mark -> mark.introduces(finding.field()))
                .isPresent();
    }

    private Optional<Mark> introduction(Finding finding) {
        int start = finding.span().from();
        return marks.stream()
                .filter(mark -> mark.span().to() <= start && start - mark.span().to() <= REACH)
                .filter(mark -> !SEPARATOR
                        .matcher(text.substring(mark.span().to(), start))
                        .find())
                .filter(mark -> found.stream()
                        .noneMatch(other -> other.span().from() >= mark.span().to()
                                && other.span().to() <= start))
                .reduce((_, last) -> last);
    }

    private boolean beaten(Finding finding) {
        return rivals(finding).anyMatch(other -> introduced(other) || stronger(other, finding));
    }

    private boolean stronger(Finding other, Finding finding) {
        if (introduced(finding)) {
            return false;
        }
        if (other.sure() != finding.sure()) {
            return other.sure();
        }
        return asked.filter(field -> field == other.field()).isPresent();
    }

    private boolean contested(Finding finding) {
        return !introduced(finding)
                && asked.filter(field -> field == finding.field()).isEmpty()
                && rivals(finding).anyMatch(other -> !misplaced(other) && other.sure() == finding.sure());
    }

    private Stream<Finding> rivals(Finding finding) {
        return found.stream()
                .filter(other -> !other.equals(finding) && other.span().overlaps(finding.span()));
    }
}
