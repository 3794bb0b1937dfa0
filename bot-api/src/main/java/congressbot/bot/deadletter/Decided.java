package congressbot.bot.deadletter;

import congressbot.bot.conversation.Handled;

/// The answer to a replay or a drop.
record Decided(Handled outcome) {}
