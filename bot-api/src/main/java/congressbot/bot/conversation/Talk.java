package congressbot.bot.conversation;

import congressbot.bot.llm.ModelCalls;

/// Where it is kept what was talked about: it is forgotten together, at one age and on one wish.
record Talk(Transcript transcript, Questions questions, ModelCalls calls, DeadLetterRows deadLetters) {}
