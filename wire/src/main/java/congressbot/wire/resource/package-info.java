/// Files that stand beside the classes that use them.
@NullMarked
package congressbot.wire.resource;

import org.jspecify.annotations.NullMarked;
