/// The registered participants.
@NullMarked
package congressbot.bot.participant;

import org.jspecify.annotations.NullMarked;
