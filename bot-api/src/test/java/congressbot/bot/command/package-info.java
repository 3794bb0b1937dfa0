/// Tests of the command `panel`.
@NullMarked
package congressbot.bot.command;

import org.jspecify.annotations.NullMarked;
