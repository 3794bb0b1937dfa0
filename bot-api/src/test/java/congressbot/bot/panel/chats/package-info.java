@NullMarked
package congressbot.bot.panel.chats;

import org.jspecify.annotations.NullMarked;
