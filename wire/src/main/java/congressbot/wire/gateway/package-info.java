/// What the gateway tells: the answer of a send, and the facts that it reports through Redis.
@NullMarked
package congressbot.wire.gateway;

import org.jspecify.annotations.NullMarked;
