@NullMarked
package congressbot.bot.answering;

import org.jspecify.annotations.NullMarked;
