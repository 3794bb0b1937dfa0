/// The gateway over real HTTP and a real Redis, with a fake bridge.
@NullMarked
package congressbot.gateway;

import org.jspecify.annotations.NullMarked;
