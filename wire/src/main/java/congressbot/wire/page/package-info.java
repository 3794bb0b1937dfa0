/// What pages for people need in whatever process they are.
@NullMarked
package congressbot.wire.page;

import org.jspecify.annotations.NullMarked;
