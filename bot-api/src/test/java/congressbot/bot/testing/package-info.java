/// The real stores and the people that tests of bot-api work with.
@NullMarked
package congressbot.bot.testing;

import org.jspecify.annotations.NullMarked;
