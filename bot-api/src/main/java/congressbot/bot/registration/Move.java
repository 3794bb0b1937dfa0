package congressbot.bot.registration;

import congressbot.bot.text.Text;
import congressbot.wire.message.Option;
import java.util.List;
import java.util.Optional;

/// What follows from one message. The moves of a burst are folded by [Burst].
///
/// @param says answers, acknowledgements, explanations
/// @param asks the question at the end, at most one
/// @param options the answers offered by `asks`; the reply's text numbers them, see [congressbot.bot.text.Texts#reply]
/// @param endsTurn something was shown that wants a decision, or the registration is complete: the rest of a burst was
///     written before the person saw it, and belongs to the next turn
public record Move(
        State next,
        List<Remark> says,
        Optional<Text> asks,
        List<Option> options,
        List<Effect> effects,
        boolean endsTurn) {
    public Move {
        says = List.copyOf(says);
        options = List.copyOf(options);
        effects = List.copyOf(effects);
    }

    /// The summary is shown.
    boolean summarises() {
        return next instanceof State.Confirming confirming
                && confirming.pending().isEmpty()
                && confirming.tries() == 0;
    }
}
