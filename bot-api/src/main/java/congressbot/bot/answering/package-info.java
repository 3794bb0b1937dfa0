/// Answers free questions from what the organisers published, with a language model where there is one.
@NullMarked
package congressbot.bot.answering;

import org.jspecify.annotations.NullMarked;
