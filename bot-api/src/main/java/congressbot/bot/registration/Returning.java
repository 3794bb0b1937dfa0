package congressbot.bot.registration;

import java.util.Optional;

/// Somebody comes back to a form that was left unfinished.
final class Returning {
    private Returning() {}

    /// The state with "go on or start over?" in between, unless the message says by itself what it is
    /// for.
    static Optional<State> asked(State state, Heard heard, Facts facts) {
        boolean unfinished = state instanceof State.Collecting || state instanceof State.Confirming;
        boolean asked = state.pending().orElse(null) instanceof Pending.ContinueOrRestart;
        return facts.returning() && unfinished && !asked && !saysItself(heard)
                ? Optional.of(state.with(Optional.of(new Pending.ContinueOrRestart(state.pending()))))
                : Optional.empty();
    }

    private static boolean saysItself(Heard heard) {
        return switch (heard) {
            case Heard.Given given -> !given.told().answers().none();
            case Heard.Ordered _,
                    Heard.ToChange _,
                    Heard.SomethingWrong _,
                    Heard.ThisPhone _,
                    Heard.NoCpf _,
                    Heard.PersonAsked _,
                    Heard.Speak _,
                    Heard.UnsureLanguage _,
                    Heard.EditedElsewhere _,
                    Heard.Silence _ -> true;
            case Heard.Wish _,
                    Heard.WishForAnother _,
                    Heard.Greeting _,
                    Heard.Yes _,
                    Heard.No _,
                    Heard.Keep _,
                    Heard.Picked _,
                    Heard.Question _,
                    Heard.SmallTalk _,
                    Heard.Unreadable _,
                    Heard.Unclear _ -> false;
        };
    }
}
