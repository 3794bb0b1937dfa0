@NullMarked
package congressbot.bot.panel.knowledge;

import org.jspecify.annotations.NullMarked;
