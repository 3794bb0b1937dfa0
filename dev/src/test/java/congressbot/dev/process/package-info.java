@NullMarked
package congressbot.dev.process;

import org.jspecify.annotations.NullMarked;
