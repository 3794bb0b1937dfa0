package congressbot.bot.registration;

import java.util.Map;
import java.util.Optional;

/// After the registration.
final class CompletedMoves {
    private final Sentences sentences;

    CompletedMoves(Sentences sentences) {
        this.sentences = sentences;
    }

    Draft next(State.Completed state, Heard.Meant heard) {
        return switch (heard) {
            case Heard.Ordered ordered -> ordered(state, ordered.command());
            case Heard.Wish _ -> again(state, "completed.already");
            case Heard.Greeting _ -> again(state, "completed.greeting");
            case Heard.Yes _, Heard.No _ -> again(state, "completed.nothing-open");
            case Heard.Given _,
                    Heard.Suggested _,
                    Heard.Ambiguous _,
                    Heard.Refused _,
                    Heard.ThisPhone _,
                    Heard.Keep _,
                    Heard.ToChange _,
                    Heard.Unclear _ -> again(state, "completed.unclear");
        };
    }

    private Draft ordered(State.Completed state, Heard.Command command) {
        return switch (command) {
            case BACK -> again(state, "back.nothing");
            case CANCEL -> Draft.to(state.with(Optional.of(new Pending.ReallyCancel(Optional.empty()))));
            case RESTART -> again(state, "completed.already");
            case HELP -> again(state, "help.completed");
        };
    }

    private Draft again(State.Completed state, String key) {
        return Draft.to(state.triedAgain())
                .say(sentences.say(key, state.tries(), Map.of("number", String.valueOf(state.participant()))));
    }
}
