/// Tests of what a process keeps in its memory.
@NullMarked
package congressbot.gateway.memory;

import org.jspecify.annotations.NullMarked;
