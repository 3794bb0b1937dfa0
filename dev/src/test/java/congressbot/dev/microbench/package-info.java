@NullMarked
package congressbot.dev.microbench;

import org.jspecify.annotations.NullMarked;
