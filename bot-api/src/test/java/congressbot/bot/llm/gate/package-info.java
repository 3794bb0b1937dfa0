@NullMarked
package congressbot.bot.llm.gate;

import org.jspecify.annotations.NullMarked;
