/// Tests of our own numbers.
@NullMarked
package congressbot.bot.number;

import org.jspecify.annotations.NullMarked;
