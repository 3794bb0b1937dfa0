/// The envelope and its parts.
@NullMarked
package congressbot.wire.message;

import org.jspecify.annotations.NullMarked;
