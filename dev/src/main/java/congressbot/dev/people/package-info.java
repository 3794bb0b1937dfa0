/// What invented people need.
@NullMarked
package congressbot.dev.people;

import org.jspecify.annotations.NullMarked;
