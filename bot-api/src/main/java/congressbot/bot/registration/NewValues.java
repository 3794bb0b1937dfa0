package congressbot.bot.registration;

import java.util.Optional;

/// The values that taking a message would store: they are looked up first.
final class NewValues {
    private NewValues() {}

    static Answers of(State state, Heard heard) {
        return switch (heard) {
            case Heard.Given given ->
                given.told().answers().none()
                        ? insisted(state, given.told())
                        : given.told().answers();
            case Heard.Wish wish -> unknown(state, wish.told().answers());
            case Heard.WishForAnother another -> unknown(state, another.told().answers());
            case Heard.Yes _ -> confirmed(state);
            case Heard.No _ ->
                slip(state).flatMap(Pending.DidYouMean::typed).map(Answers::of).orElse(Answers.NONE);
            case Heard.Ordered _,
                    Heard.Greeting _,
                    Heard.NoCpf _,
                    Heard.ThisPhone _,
                    Heard.Keep _,
                    Heard.ToChange _,
                    Heard.SomethingWrong _,
                    Heard.Picked _,
                    Heard.Unclear _,
                    Heard.Aside _ -> Answers.NONE;
        };
    }

    /// A wish replaces nothing that is known.
    private static Answers unknown(State state, Answers given) {
        Answers found = given;
        if (state instanceof State.Collecting collecting) {
            for (Field field : collecting.answers().byField().keySet()) {
                found = found.without(field);
            }
        }
        return found;
    }

    /// What a "yes" confirms.
    private static Answers confirmed(State state) {
        if (state.pending().orElse(null) instanceof Pending.HeardByVoice heard) {
            return heard.answers();
        }
        return slip(state).map(Pending.DidYouMean::suggested).map(Answers::of).orElse(Answers.NONE);
    }

    static Optional<Pending.DidYouMean> slip(State state) {
        return state.pending().filter(Pending.DidYouMean.class::isInstance).map(Pending.DidYouMean.class::cast);
    }

    /// Typed a second time, what looks like a slip is none.
    private static Answers insisted(State state, Told told) {
        Optional<Answer> before = slip(state).flatMap(Pending.DidYouMean::typed);
        boolean again =
                told.doubt().map(Told.Doubt::parsed).orElse(null) instanceof Parsed.Suggest<? extends Answer> suggest
                        && suggest.typed().isPresent()
                        && before.filter(suggest.typed().get()::equals).isPresent();
        return again ? before.map(Answers::of).orElse(Answers.NONE) : Answers.NONE;
    }
}
