@NullMarked
package congressbot.bot.llm.redaction;

import org.jspecify.annotations.NullMarked;
