/// The pages of the organisers' figures.
@NullMarked
package congressbot.bot.panel.figures;

import org.jspecify.annotations.NullMarked;
