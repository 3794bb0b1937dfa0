@NullMarked
package congressbot.bot.llm;

import org.jspecify.annotations.NullMarked;
