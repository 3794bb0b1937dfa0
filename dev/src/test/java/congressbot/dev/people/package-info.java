@NullMarked
package congressbot.dev.people;

import org.jspecify.annotations.NullMarked;
