package congressbot.dev.questions;

import java.util.Optional;

/// A question that was asked, and what came of it.
///
/// @param reply the whole reply of the bot
/// @param by who answered, as the bot itself noted it; empty when it took the message for no question
record Graded(QuestionSet.Item item, String reply, Optional<String> by) {
    private static final String NOBODY = "nobody";

    /// How good it was.
    enum Grade {
        /// Answered, and with what is so.
        RIGHT,
        /// Not answered, and rightly so.
        DECLINED,
        /// Not answered, though the documents tell.
        MISSED,
        /// Answered with something else.
        WRONG;

        boolean isRight() {
            return this == RIGHT || this == DECLINED;
        }
    }

    boolean answered() {
        return by.filter(who -> !who.equals(NOBODY)).isPresent();
    }

    Grade grade() {
        return switch (item.expectation()) {
            case Expectation.Declined() -> answered() ? Grade.WRONG : Grade.DECLINED;
            case Expectation.Holds holds -> answered() ? held(holds) : Grade.MISSED;
        };
    }

    private Grade held(Expectation.Holds holds) {
        return holds.isMetBy(reply) ? Grade.RIGHT : Grade.WRONG;
    }
}
