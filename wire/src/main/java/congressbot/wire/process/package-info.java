/// What every process needs to start, to be configured and to be watched.
@NullMarked
package congressbot.wire.process;

import org.jspecify.annotations.NullMarked;
