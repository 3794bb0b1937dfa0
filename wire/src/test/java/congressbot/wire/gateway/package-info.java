@NullMarked
package congressbot.wire.gateway;

import org.jspecify.annotations.NullMarked;
