/// What crosses a process border.
@NullMarked
package congressbot.wire;

import org.jspecify.annotations.NullMarked;
