package congressbot.bot.panel.knowledge;

import congressbot.bot.answering.Rehearsal;
import congressbot.bot.knowledge.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The field "what would the bot answer?".
///
/// @param question as it was typed
/// @param told empty while nothing was asked
public record Trial(String question, Optional<Told> told) {
    static final Trial NONE = new Trial("", Optional.empty());

    /// What the bot would say.
    ///
    /// @param by a key of the wording: whose words they are, or why there are none
    public record Told(String text, String by, List<Passage> sources) {
        public Told {
            sources = List.copyOf(sources);
        }
    }

    static Trial of(String question, Rehearsal.Outcome outcome) {
        Told told = switch (outcome) {
            case Rehearsal.Outcome.Said(var text, var by, var sources) ->
                new Told(text.orElse(""), by.name().toLowerCase(Locale.ROOT), sources);
            case Rehearsal.Outcome.Unfit() -> new Told("", "unfit", List.of());
            case Rehearsal.Outcome.Busy() -> new Told("", "busy", List.of());
        };
        return new Trial(question, Optional.of(told));
    }

    @Override
    public String toString() {
        return "Trial[]";
    }
}
