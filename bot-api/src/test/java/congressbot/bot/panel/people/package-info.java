@NullMarked
package congressbot.bot.panel.people;

import org.jspecify.annotations.NullMarked;
