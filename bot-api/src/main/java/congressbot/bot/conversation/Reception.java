package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.registration.Dialogue;

/// Everything that talking about one congress needs.
public record Reception(Congress congress, Dialogue dialogue, CongressFacts facts) {}
