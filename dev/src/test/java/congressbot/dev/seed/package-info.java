@NullMarked
package congressbot.dev.seed;

import org.jspecify.annotations.NullMarked;
