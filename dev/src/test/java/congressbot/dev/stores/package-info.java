/// The embedded stores against the real thing: real servers, real signals.
@NullMarked
package congressbot.dev.stores;

import org.jspecify.annotations.NullMarked;
