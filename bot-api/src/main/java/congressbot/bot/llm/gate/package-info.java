/// Judges what a model wrote before a person may read it.
@NullMarked
package congressbot.bot.llm.gate;

import org.jspecify.annotations.NullMarked;
