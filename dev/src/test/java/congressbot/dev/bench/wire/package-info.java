@NullMarked
package congressbot.dev.bench.wire;

import org.jspecify.annotations.NullMarked;
