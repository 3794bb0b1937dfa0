/// The organisers' figures: what happened is counted a day at a time, and pages and chats are told the counts.
@NullMarked
package congressbot.bot.figures;

import org.jspecify.annotations.NullMarked;
