/// The organisers' pages under `/painel`: the door, the frame around every page, and how routes are
/// guarded. What a part
/// shows stands in its own package.
@NullMarked
package congressbot.bot.panel;

import org.jspecify.annotations.NullMarked;
