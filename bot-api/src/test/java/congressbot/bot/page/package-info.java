@NullMarked
package congressbot.bot.page;

import org.jspecify.annotations.NullMarked;
