@NullMarked
package congressbot.bot.question;

import org.jspecify.annotations.NullMarked;
