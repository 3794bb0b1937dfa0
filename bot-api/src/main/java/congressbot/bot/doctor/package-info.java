/// What `doctor` looks at for bot-api: what is behind it, one class for each.
@NullMarked
package congressbot.bot.doctor;

import org.jspecify.annotations.NullMarked;
