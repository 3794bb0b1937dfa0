package congressbot.bot.panel.knowledge;

import congressbot.bot.answering.Rehearsal;
import congressbot.bot.congress.Congress;
import congressbot.bot.knowledge.Draft;
import congressbot.bot.knowledge.Library;
import congressbot.bot.panel.Visit;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.WellFormed;
import java.util.Optional;

/// Asks the bot what an organiser typed into the field "what would the bot answer?".
public final class Trials {
    static final String FIELD = "pergunta";

    /// Longest question, in characters.
    private static final int LONGEST = 500;

    private final Library library;
    private final Rehearsal rehearsal;

    public Trials(Library library, Rehearsal rehearsal) {
        this.library = library;
        this.rehearsal = rehearsal;
    }

    /// @param draft in place of what is published
    Trial ask(Visit visit, Optional<Draft> draft) {
        return ask(visit, visit.form().field(FIELD), draft);
    }

    Trial ask(Visit visit, String typed, Optional<Draft> draft) {
        String question = WellFormed.cut(typed.strip(), LONGEST);
        Optional<Congress> congress = library.congress(visit.congress());
        if (question.isEmpty() || congress.isEmpty()) {
            return Trial.NONE;
        }
        ConversationId person = new ConversationId(
                ChannelName.CHAT, "panel", Long.toString(visit.account().id()));
        return Trial.of(question, rehearsal.ask(new Rehearsal.Wanted(congress.get(), person, question, draft)));
    }
}
