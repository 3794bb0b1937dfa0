/// The cached state of a chat; never the only copy.
@NullMarked
package congressbot.bot.session;

import org.jspecify.annotations.NullMarked;
