/// Tests of the organisers' pages, over HTTP and on a real database.
@NullMarked
package congressbot.bot.panel;

import org.jspecify.annotations.NullMarked;
