/// Fills a database with invented people and what they did, to see how the panel bears many.
@NullMarked
package congressbot.dev.seed;

import org.jspecify.annotations.NullMarked;
