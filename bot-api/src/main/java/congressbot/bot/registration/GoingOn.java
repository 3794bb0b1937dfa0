package congressbot.bot.registration;

/// Whether a message goes on with the registration, as against one that only wants to be talked to.
public final class GoingOn {
    private GoingOn() {}

    /// Whether this one does, in this state.
    public static boolean by(Heard heard, State state) {
        return switch (heard) {
            case Heard.Given(Told told) -> isValue(told);
            case Heard.Ordered(var command) -> command != Heard.Command.HELP;
            case Heard.Yes _, Heard.No _ ->
                state instanceof State.Confirming || state.pending().isPresent();
            case Heard.Wish _,
                    Heard.WishForAnother _,
                    Heard.NoCpf _,
                    Heard.ThisPhone _,
                    Heard.Keep _,
                    Heard.ToChange _,
                    Heard.Picked _,
                    Heard.Speak _ -> true;
            case Heard.Greeting _,
                    Heard.SomethingWrong _,
                    Heard.Unclear _,
                    Heard.Question _,
                    Heard.SmallTalk _,
                    Heard.PersonAsked _,
                    Heard.UnsureLanguage _,
                    Heard.Unreadable _,
                    Heard.EditedElsewhere _,
                    Heard.Silence _ -> false;
        };
    }

    private static boolean isValue(Told told) {
        return !told.answers().none()
                || told.doubt()
                        .filter(doubt -> !(doubt.parsed() instanceof Parsed.Invalid<?>))
                        .isPresent();
    }
}
