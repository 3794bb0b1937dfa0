/// One turn: load, decide, carry out, store. [Engine] is the place to begin.
@NullMarked
package congressbot.bot.conversation;

import org.jspecify.annotations.NullMarked;
