/// A network that fails on purpose.
@NullMarked
package congressbot.dev.proxy;

import org.jspecify.annotations.NullMarked;
