/// What a process keeps in its memory for a while, bounded.
@NullMarked
package congressbot.gateway.memory;

import org.jspecify.annotations.NullMarked;
