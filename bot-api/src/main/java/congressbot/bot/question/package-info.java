/// Questions that the bot could not answer: in groups of a kind, until an organiser answers them.
@NullMarked
package congressbot.bot.question;

import org.jspecify.annotations.NullMarked;
