@NullMarked
package congressbot.bot.figures;

import org.jspecify.annotations.NullMarked;
