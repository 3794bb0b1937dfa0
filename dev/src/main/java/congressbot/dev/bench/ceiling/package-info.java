/// The work of a turn without us around it: what is the most that this machine could do? [Ceilings]
/// is the place to begin.
@NullMarked
package congressbot.dev.bench.ceiling;

import org.jspecify.annotations.NullMarked;
