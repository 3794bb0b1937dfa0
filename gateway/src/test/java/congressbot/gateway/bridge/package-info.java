/// What all bridges share.
@NullMarked
package congressbot.gateway.bridge;

import org.jspecify.annotations.NullMarked;
