@NullMarked
package congressbot.bot.mail;

import org.jspecify.annotations.NullMarked;
