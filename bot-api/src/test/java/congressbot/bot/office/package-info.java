@NullMarked
package congressbot.bot.office;

import org.jspecify.annotations.NullMarked;
