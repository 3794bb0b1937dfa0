package congressbot.bot.conversation;

import congressbot.bot.llm.ModelCalls;
import org.jdbi.v3.core.Jdbi;

/// Where it is kept what was talked about: it is forgotten together, at one age and on one wish.
record Talk(Transcript transcript, Questions questions, ModelCalls calls, DeadLetterRows deadLetters, Jdbi jdbi) {}
