/// The organisers' pages about what the bot knows, and about what it could not answer.
@NullMarked
package congressbot.bot.panel.knowledge;

import org.jspecify.annotations.NullMarked;
