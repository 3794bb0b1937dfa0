@NullMarked
package congressbot.dev.faults;

import org.jspecify.annotations.NullMarked;
