/// The command `panel`: accounts of the organisers' panel, from the command line.
@NullMarked
package congressbot.bot.command;

import org.jspecify.annotations.NullMarked;
