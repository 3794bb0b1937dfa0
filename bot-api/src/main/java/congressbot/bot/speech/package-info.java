/// Voice notes: what was said in them, as text. Without a server for it everything goes on, and people type.
@NullMarked
package congressbot.bot.speech;

import org.jspecify.annotations.NullMarked;
