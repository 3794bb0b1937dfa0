package congressbot.bot.registration;

import java.util.Optional;

/// While no registration is under way.
final class IdleMoves {
    private final Sentences sentences;
    private final CollectingMoves collecting;

    IdleMoves(Sentences sentences, CollectingMoves collecting) {
        this.sentences = sentences;
        this.collecting = collecting;
    }

    Draft next(State.Idle state, Heard.Meant heard, Facts facts) {
        return switch (heard) {
            case Heard.Wish wish -> collecting.begin(wish.given(), facts);
            case Heard.Yes _ ->
                state.pending().isPresent() ? collecting.begin(Answers.NONE, facts) : invite(state, "greeting");
            case Heard.No _ ->
                Draft.to(state.triedAgain().with(Optional.empty())).say(sentences.say("idle.later", state.tries()));
            case Heard.Ordered ordered -> ordered(state, ordered.command(), facts);
            case Heard.Greeting _ -> invite(state, "greeting");
            case Heard.Given _,
                    Heard.Suggested _,
                    Heard.Ambiguous _,
                    Heard.Refused _,
                    Heard.ThisPhone _,
                    Heard.Keep _,
                    Heard.ToChange _,
                    Heard.Unclear _ -> invite(state, state.tries() == 0 ? "greeting" : "idle.unclear");
        };
    }

    private Draft ordered(State.Idle state, Heard.Command command, Facts facts) {
        return switch (command) {
            case BACK -> invite(state, "back.nothing");
            case CANCEL -> invite(state, "cancel.nothing");
            case RESTART -> collecting.begin(Answers.NONE, facts);
            case HELP -> invite(state, "help.idle");
        };
    }

    private Draft invite(State.Idle state, String key) {
        return Draft.to(state.triedAgain().with(Optional.of(new Pending.WantToRegister())))
                .say(sentences.say(key, state.tries()));
    }
}
