/// The registration dialogue: what was understood, what follows from it, what is said. Pure: no input or output, no
/// clock, no language model. [congressbot.bot.registration.Dialogue] is the way in.
@NullMarked
package congressbot.bot.registration;

import org.jspecify.annotations.NullMarked;
