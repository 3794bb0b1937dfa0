@NullMarked
package congressbot.dev.model;

import org.jspecify.annotations.NullMarked;
