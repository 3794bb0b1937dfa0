/// Takes what is personal out of a text before it leaves this process.
@NullMarked
package congressbot.bot.llm.redaction;

import org.jspecify.annotations.NullMarked;
