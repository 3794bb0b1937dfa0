package congressbot.bot.registration;

import congressbot.bot.text.Text;
import java.util.List;
import java.util.stream.Stream;

/// A move without its question, which follows from the state.
///
/// @param asks whether the state's open question is asked (again)
record Draft(State next, List<Text> says, List<Effect> effects, boolean asks) {
    static Draft to(State next) {
        return new Draft(next, List.of(), List.of(), true);
    }

    Draft say(Text text) {
        return new Draft(next, Stream.concat(says.stream(), Stream.of(text)).toList(), effects, asks);
    }

    Draft say(List<Text> texts) {
        return new Draft(next, Stream.concat(says.stream(), texts.stream()).toList(), effects, asks);
    }

    /// Said before everything else.
    Draft begin(Text text) {
        return new Draft(next, Stream.concat(Stream.of(text), says.stream()).toList(), effects, asks);
    }

    Draft effect(Effect effect) {
        return effect(List.of(effect));
    }

    Draft effect(List<? extends Effect> more) {
        return new Draft(
                next, says, Stream.concat(effects.stream(), more.stream()).toList(), asks);
    }

    /// Without the question.
    Draft quiet() {
        return new Draft(next, says, effects, false);
    }
}
