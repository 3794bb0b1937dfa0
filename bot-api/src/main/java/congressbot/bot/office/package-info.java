/// What organisers do to registrations, by hand, in bulk and by file.
@NullMarked
package congressbot.bot.office;

import org.jspecify.annotations.NullMarked;
