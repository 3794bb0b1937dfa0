/// Our three processes as children of this one.
@NullMarked
package congressbot.dev.process;

import org.jspecify.annotations.NullMarked;
