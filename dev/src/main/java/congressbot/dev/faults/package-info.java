/// `faults`: people write while the house is broken again and again, and then every message is looked for. [Faults] is
/// the place to begin.
@NullMarked
package congressbot.dev.faults;

import org.jspecify.annotations.NullMarked;
