/// Chats that a person answers: who is wanted, who took over, what is said and noted there.
@NullMarked
package congressbot.bot.attention;

import org.jspecify.annotations.NullMarked;
