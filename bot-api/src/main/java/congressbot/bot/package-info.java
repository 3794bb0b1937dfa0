/// Process 3: what to say, what to remember.
@NullMarked
package congressbot.bot;

import org.jspecify.annotations.NullMarked;
