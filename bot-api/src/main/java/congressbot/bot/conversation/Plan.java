package congressbot.bot.conversation;

import congressbot.bot.registration.Effect;
import congressbot.bot.registration.State;
import congressbot.wire.message.Option;
import java.util.List;

/// What a turn decided, with nothing stored yet.
///
/// @param consumed how many of the leading messages belong to the turn
/// @param reply empty when nothing is said
record Plan(int consumed, State next, String reply, List<Option> options, List<Effect> effects) {
    Plan {
        options = List.copyOf(options);
        effects = List.copyOf(effects);
    }

    boolean speaks() {
        return !reply.isEmpty();
    }
}
