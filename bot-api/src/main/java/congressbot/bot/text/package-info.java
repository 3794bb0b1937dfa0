/// What people read and what they say: sentences by key, and word lists by meaning, as resource files.
@NullMarked
package congressbot.bot.text;

import org.jspecify.annotations.NullMarked;
