/// `demo`: everything in one process, to be tried by a person.
@NullMarked
package congressbot.dev.demo;

import org.jspecify.annotations.NullMarked;
