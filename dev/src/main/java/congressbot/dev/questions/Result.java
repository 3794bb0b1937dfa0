package congressbot.dev.questions;

import congressbot.dev.questions.Graded.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How one set was answered.
record Result(String set, List<Graded> graded) {
    /// What is asked of a set: in per cent of its questions.
    private static final double LEAST_RIGHT = 90;

    private static final double MOST_WRONG = 3;

    private static final double PERCENT = 100;

    Result {
        graded = List.copyOf(graded);
    }

    /// Good enough: enough is right, hardly anything wrong, and nothing was made up.
    boolean passes() {
        return rightShare() >= LEAST_RIGHT && wrongShare() <= MOST_WRONG && madeUp() == 0;
    }

    /// In per cent.
    double rightShare() {
        return share(right());
    }

    /// In per cent.
    double wrongShare() {
        return share(count(Grade.WRONG));
    }

    String text() {
        List<String> lines = new ArrayList<>();
        for (Graded one : graded) {
            if (!one.grade().isRight()) {
                lines.add("%s, %s: %s\n    %s"
                        .formatted(
                                set,
                                one.grade().name().toLowerCase(Locale.ROOT),
                                one.item().question(),
                                one.reply().replace("\n", "\n    ")));
            }
        }
        lines.add("%-10s %,d questions: answered rightly %,d, declined rightly %,d, missed %,d, wrong %,d (made up %,d)"
                .formatted(
                        set,
                        graded.size(),
                        count(Grade.RIGHT),
                        count(Grade.DECLINED),
                        count(Grade.MISSED),
                        count(Grade.WRONG),
                        madeUp()));
        lines.add("%-10s right %s %%, wrong %s %%".formatted(set, percent(right()), percent(count(Grade.WRONG))));
        return String.join("\n", lines);
    }

    long right() {
        return graded.stream().filter(one -> one.grade().isRight()).count();
    }

    private long count(Grade grade) {
        return graded.stream().filter(one -> one.grade() == grade).count();
    }

    /// Answered, though the documents do not tell.
    private long madeUp() {
        return graded.stream()
                .filter(one -> one.grade() == Grade.WRONG && one.item().expectation() instanceof Expectation.Declined)
                .count();
    }

    private double share(long count) {
        return PERCENT * count / Math.max(1, graded.size());
    }

    private String percent(long count) {
        return String.format(Locale.ROOT, "%.1f", share(count));
    }
}
