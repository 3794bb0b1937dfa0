@NullMarked
package congressbot.bot.llm.openai;

import org.jspecify.annotations.NullMarked;
