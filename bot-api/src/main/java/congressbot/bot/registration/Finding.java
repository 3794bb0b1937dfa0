package congressbot.bot.registration;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A value that a recogniser found in a message, and where.
///
/// @param certainty whether the same characters could be a value of another field
record Finding(Span span, Answer answer, Certainty certainty) {
    enum Certainty {
        /// Nothing else looks like this.
        SURE,
        /// Another field has values that look the same.
        POSSIBLE
    }

    Field field() {
        return answer.field();
    }

    boolean sure() {
        return certainty == Certainty.SURE;
    }

    /// Adds what a pattern finds, unless it overlaps what was found before.
    ///
    /// @param read makes a value of the characters
    static void addAll(
            Pattern pattern,
            Certainty certainty,
            Said said,
            Function<String, ? extends Parsed<? extends Answer>> read,
            List<Finding> found) {
        for (MatchResult match : pattern.matcher(said.text()).results().toList()) {
            Span span = new Span(match.start(), match.end());
            boolean free = found.stream().noneMatch(other -> other.span().overlaps(span));
            if (free && read.apply(match.group()) instanceof Parsed.Ok<? extends Answer> ok) {
                found.add(new Finding(span, ok.value(), certainty));
            }
        }
    }
}
