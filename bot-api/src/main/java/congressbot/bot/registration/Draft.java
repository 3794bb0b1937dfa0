package congressbot.bot.registration;

import congressbot.bot.text.Text;
import java.util.List;
import java.util.stream.Stream;

/// A move without its question, which follows from the state.
///
/// @param asks whether the state's open question is asked (again)
record Draft(State next, List<Remark> says, List<Effect> effects, boolean asks) {
    static Draft to(State next) {
        return new Draft(next, List.of(), List.of(), true);
    }

    /// Said whatever follows.
    Draft say(Text text) {
        return say(List.of(Remark.lasting(text)));
    }

    /// Said unless another message of the same burst makes up for it.
    Draft explain(Text text) {
        return say(List.of(Remark.passing(text)));
    }

    Draft say(List<Remark> remarks) {
        return new Draft(next, Stream.concat(says.stream(), remarks.stream()).toList(), effects, asks);
    }

    /// What was said and decided before this draft.
    Draft after(List<Remark> remarks, List<? extends Effect> before) {
        return new Draft(
                next,
                Stream.concat(remarks.stream(), says.stream()).toList(),
                Stream.<Effect>concat(before.stream(), effects.stream()).toList(),
                asks);
    }

    Draft effect(Effect effect) {
        return effect(List.of(effect));
    }

    Draft effect(List<? extends Effect> more) {
        return new Draft(
                next,
                says,
                Stream.<Effect>concat(effects.stream(), more.stream()).toList(),
                asks);
    }

    /// Without the question.
    Draft quiet() {
        return new Draft(next, says, effects, false);
    }
}
