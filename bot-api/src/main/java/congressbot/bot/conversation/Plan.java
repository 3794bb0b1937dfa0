package congressbot.bot.conversation;

import congressbot.bot.registration.Effect;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.wire.message.Option;
import java.util.List;

/// What a turn decided, with nothing stored yet.
///
/// @param heard what belongs to the turn, in the order in which it was heard; at least one
/// @param language in which the chat goes on
/// @param reply empty when nothing is said
/// @param asked free questions, with what was said to them
/// @param silence what is left to the organisers
record Plan(
        List<Uttered> heard,
        State next,
        Language language,
        String reply,
        List<Option> options,
        List<Effect> effects,
        List<Questions.Asked> asked,
        Silence silence) {
    Plan {
        heard = List.copyOf(heard);
        options = List.copyOf(options);
        effects = List.copyOf(effects);
        asked = List.copyOf(asked);
    }

    /// Everything that was known before is to be forgotten.
    boolean erases() {
        return effects.stream().anyMatch(Effect.Erase.class::isInstance);
    }

    boolean speaks() {
        return !reply.isEmpty();
    }
}
