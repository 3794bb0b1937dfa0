@NullMarked
package congressbot.bot.sheet;

import org.jspecify.annotations.NullMarked;
