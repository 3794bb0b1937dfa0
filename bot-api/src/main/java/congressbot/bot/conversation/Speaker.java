package congressbot.bot.conversation;

import congressbot.bot.congress.CongressFacts;
import congressbot.bot.figures.Asks;
import congressbot.bot.registration.Dialogue;
import congressbot.bot.text.Language;
import congressbot.bot.text.Texts;

/// Everything that talking about one congress in one language needs.
public record Speaker(Language language, Dialogue dialogue, CongressFacts facts, Texts texts, Asks asks) {}
