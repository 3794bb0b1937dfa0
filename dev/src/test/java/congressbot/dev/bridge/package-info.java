@NullMarked
package congressbot.dev.bridge;

import org.jspecify.annotations.NullMarked;
