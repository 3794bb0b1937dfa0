/// Our own numbers on WhatsApp: whether people reach us there, and whom we may write to.
@NullMarked
package congressbot.bot.number;

import org.jspecify.annotations.NullMarked;
