@NullMarked
package congressbot.dev.proxy;

import org.jspecify.annotations.NullMarked;
