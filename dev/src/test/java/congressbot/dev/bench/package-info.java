@NullMarked
package congressbot.dev.bench;

import org.jspecify.annotations.NullMarked;
