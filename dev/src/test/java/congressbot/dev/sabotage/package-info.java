@NullMarked
package congressbot.dev.sabotage;

import org.jspecify.annotations.NullMarked;
