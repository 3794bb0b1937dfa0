@NullMarked
package congressbot.dev.metrics;

import org.jspecify.annotations.NullMarked;
