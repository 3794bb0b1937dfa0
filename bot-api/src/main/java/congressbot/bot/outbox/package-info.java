/// What is still to be sent, and the relay that sends it.
@NullMarked
package congressbot.bot.outbox;

import org.jspecify.annotations.NullMarked;
