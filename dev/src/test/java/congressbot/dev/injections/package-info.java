@NullMarked
package congressbot.dev.injections;

import org.jspecify.annotations.NullMarked;
