@NullMarked
package congressbot.bot.speech;

import org.jspecify.annotations.NullMarked;
