/// The pages that anybody may read.
@NullMarked
package congressbot.bot.page;

import org.jspecify.annotations.NullMarked;
