/// What a language model is asked, and what is made of its answers. Without one everything goes on.
@NullMarked
package congressbot.bot.llm;

import org.jspecify.annotations.NullMarked;
