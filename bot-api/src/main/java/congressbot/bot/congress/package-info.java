/// The congress that people register for, as its organisers describe it.
@NullMarked
package congressbot.bot.congress;

import org.jspecify.annotations.NullMarked;
