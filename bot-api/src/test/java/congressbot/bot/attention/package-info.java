@NullMarked
package congressbot.bot.attention;

import org.jspecify.annotations.NullMarked;
