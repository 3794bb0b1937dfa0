/// The pace, with a clock that the test moves.
@NullMarked
package congressbot.gateway.pacing;

import org.jspecify.annotations.NullMarked;
