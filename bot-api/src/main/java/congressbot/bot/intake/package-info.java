/// What the gateway accepted must not be forgotten by Redis: here its loss is noticed.
@NullMarked
package congressbot.bot.intake;

import org.jspecify.annotations.NullMarked;
