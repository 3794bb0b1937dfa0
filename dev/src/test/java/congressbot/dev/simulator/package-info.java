@NullMarked
package congressbot.dev.simulator;

import org.jspecify.annotations.NullMarked;
