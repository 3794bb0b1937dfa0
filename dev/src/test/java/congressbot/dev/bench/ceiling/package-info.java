@NullMarked
package congressbot.dev.bench.ceiling;

import org.jspecify.annotations.NullMarked;
