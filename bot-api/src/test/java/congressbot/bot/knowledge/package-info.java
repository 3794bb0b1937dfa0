@NullMarked
package congressbot.bot.knowledge;

import org.jspecify.annotations.NullMarked;
